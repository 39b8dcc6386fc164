import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkClaims } from './check-claims.ts'
import { claimsSchema, inputSchema } from './json-schema.ts'
import { createInputParser } from './parse-input.ts'
import { cobrowse } from './profiles/cobrowse.ts'
import { meetingSdk } from './profiles/meeting-sdk.ts'
import { videoSdk } from './profiles/video-sdk.ts'

const ajv = new Ajv({ strict: true, allowUnionTypes: true })
const profiles = [meetingSdk, videoSdk, cobrowse]

test.each(profiles)('$name: what the parser takes, the schema takes', (profile) => {
  for (const numericStrings of [false, true]) {
    const validate = ajv.compile(inputSchema(profile, { numericStrings }))
    const parse = createInputParser(profile, { numericStrings })
    const member = fc.oneof(
      fc.constantFrom<unknown>(0, 1, 2, '0', '1', 7200, '7200', 1800, 1801, 172_800, 'x', ['US']),
      fc.constantFrom<unknown>('845 1236 7890', '84512367890', 84_512_367_890, '', null, true),
      fc.string({ maxLength: 60 }),
    )
    const names = Object.keys(inputSchema(profile).properties ?? {})
    const inputs = fc.record(Object.fromEntries(names.map((name) => [name, member])), {
      requiredKeys: [],
    })
    fc.assert(
      fc.property(inputs, (input) => {
        // geoRegions as one text with commas is taken from forms, and is not part of the schema.
        const isText = 'geoRegions' in input && typeof input.geoRegions === 'string'
        if (!isText && parse(input).ok) expect(validate(input), JSON.stringify(input)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  }
})

test.each(profiles)(
  '$name: the required members and the names are those of the rows',
  (profile) => {
    const schema = inputSchema(profile)
    const inputs = profile.claims.flatMap((rule) => ('input' in rule ? [rule] : []))
    expect(schema.required).toEqual(
      inputs.filter((rule) => !('optional' in rule)).map((rule) => rule.input),
    )
    expect(Object.keys(schema.properties ?? {})).toEqual([
      ...inputs.map((rule) => rule.input),
      'expirationSeconds',
    ])
  },
)

test('the payload schema takes sound claims and refuses what checkClaims refuses', () => {
  const validate = ajv.compile(claimsSchema(meetingSdk))
  const sound = { appKey: 'k', sdkKey: 'k', mn: '1', role: 0, iat: 0, exp: 7200, tokenExp: 7200 }
  expect(validate(sound)).toBe(true)
  for (const change of [{ mn: '1 2' }, { role: '0' }, { appKey: '' }, { iat: 0.5 }]) {
    const claims = { ...sound, ...change }
    expect(validate(claims)).toBe(false)
    expect(checkClaims(meetingSdk, claims)).not.toEqual([])
  }
})

test('the schema of the Meeting SDK input says all that its parser asks', () => {
  const schema = inputSchema(meetingSdk)
  expect(schema).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: ['meetingNumber', 'role'],
    properties: {
      meetingNumber: {
        anyOf: [{ type: 'string' }, { type: 'integer', minimum: 0, maximum: 999_999_999_999 }],
      },
      role: { enum: [0, 1] },
      videoWebRtcMode: { enum: [0, 1] },
      expirationSeconds: { type: 'integer', minimum: 1801, maximum: 172_800, default: 7200 },
    },
  })
  expect(inputSchema(meetingSdk, { numericStrings: true }).properties).toMatchObject({
    role: { enum: [0, 1, '0', '1'] },
    expirationSeconds: {
      anyOf: [
        { type: 'integer', minimum: 1801, maximum: 172_800 },
        { type: 'string', pattern: '^[1-9][0-9]*$' },
      ],
      default: 7200,
    },
  })
})

test.each([
  ['84512367890', true],
  ['845 1236 7890', true],
  [' 845-1236\u20137890\t', true],
  ['', false],
  ['845a', false],
  ['845_1236', false],
  ['-845', false],
  ['845 -', false],
])('the text %j is a meeting number to the schema as to the parser: %s', (meetingNumber, isOne) => {
  const input = { meetingNumber, role: 0 }
  expect(ajv.compile(inputSchema(meetingSdk))(input)).toBe(isOne)
  expect(createInputParser(meetingSdk)(input).ok).toBe(isOne)
})

test('texts and lists of the Video SDK have their bounds in the schema', () => {
  const { properties, required } = inputSchema(videoSdk)
  expect(required).toEqual(['role', 'sessionName'])
  expect(properties).toMatchObject({
    sessionName: { type: 'string', minLength: 1, maxLength: 200 },
    geoRegions: {
      type: 'array',
      minItems: 1,
      items: { enum: expect.arrayContaining(['US', 'DE']) },
    },
  })
})

test('the payload schema names, requires and bounds every claim', () => {
  const time = { type: 'integer', minimum: 0 }
  expect(claimsSchema(videoSdk)).toMatchObject({
    type: 'object',
    title: 'Video SDK JWT',
    additionalProperties: false,
    required: ['app_key', 'role_type', 'tpc', 'version', 'iat', 'exp'],
    properties: {
      app_key: { type: 'string', minLength: 1 },
      role_type: { enum: [0, 1] },
      tpc: { type: 'string', minLength: 1, maxLength: 200 },
      version: { const: 1 },
      iat: time,
      exp: time,
      geo_regions: { type: 'string' },
    },
  })
  expect(claimsSchema(meetingSdk).properties?.mn).toMatchObject({
    type: 'string',
    pattern: '^[0-9]{1,12}$',
  })
})

test.each(profiles)('$name: every property says what it means', (profile) => {
  for (const schema of [
    inputSchema(profile),
    inputSchema(profile, { numericStrings: true }),
    claimsSchema(profile),
  ]) {
    for (const [name, { description }] of Object.entries(schema.properties ?? {})) {
      expect(description, name).toMatch(/\.$/)
    }
  }
})
