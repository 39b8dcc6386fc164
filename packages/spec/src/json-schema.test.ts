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
