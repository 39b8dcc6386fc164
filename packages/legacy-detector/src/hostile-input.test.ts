import { describe, expect, test } from 'vitest'
import { inspect } from './inspect.ts'
import {
  currentDate,
  encode,
  key,
  makeJwt,
  makeJwtWith,
  makeLegacy,
  secret,
  soundClaims,
} from './make-jwt.fixture.node.ts'
import { createRandom } from './random.fixture.node.ts'

const runs = Number(process.env.SIGSHIFT_HOSTILE_RUNS ?? 5000)
const random = createRandom(42)
const sound = makeJwt()

const pieces: readonly string[] = [
  '.',
  '=',
  '%2E',
  '%',
  ' ',
  '\n',
  '"',
  "'",
  '{',
  '}',
  '[',
  '+',
  '/',
  'eyJ',
  'Bearer ',
  "b'",
  '\u0000',
  '\u200b',
  '\ud800',
  '\udc00',
  '\ufeff',
  '日本',
  '__proto__',
  'undefined',
  ':',
  '&',
  'signature=',
]
const seeds: readonly string[] = [
  sound,
  makeLegacy(),
  JSON.stringify({ signature: sound }),
  encodeURIComponent(`"${sound}"`),
  Buffer.from(sound).toString('base64'),
  sound.replace(/.{60}/g, '$&\n'),
  `appKey:${key}.${sound}`,
]

/** A sound text with a few cuts, copies, flips and insertions. */
function mutate(text: string): string {
  let mutated = text
  for (let i = random.integer(4); i >= 0; i--) {
    const at = random.integer(mutated.length + 1)
    const to = at + random.integer(12)
    mutated = random.pick([
      () => mutated.slice(0, at) + random.pick(pieces) + mutated.slice(at),
      () => mutated.slice(0, at) + mutated.slice(to),
      () => mutated.slice(0, to) + mutated.slice(at),
      () => mutated.slice(at),
      () => mutated.slice(0, at),
      () =>
        mutated.slice(0, at) + String.fromCharCode(random.integer(65_536)) + mutated.slice(at + 1),
    ])()
  }
  return mutated
}

const randomText = (): string =>
  String.fromCharCode(
    ...Array.from({ length: random.integer(300) }, () =>
      random.integer(random.pick([128, 256, 65_536])),
    ),
  )

const values: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  '1',
  'undefined',
  0,
  -1,
  0.5,
  1e15,
  1e300,
  -1e300,
  2 ** 53,
  [],
  {},
  [[]],
  '\ud800',
]

/** A JWT whose claims are anything. */
function randomClaims(): string {
  const claims: Record<string, unknown> = { ...soundClaims }
  for (const name of Object.keys(claims)) {
    if (random.integer(3) === 0) claims[name] = random.pick(values)
  }
  return makeJwt(claims)
}

test(`${runs} strings: none throws`, () => {
  for (let run = 0; run < runs; run++) {
    const text = random.pick([randomText, () => mutate(random.pick(seeds)), randomClaims])()
    inspect(text, { currentDate })
    if (run % 50 === 0) inspect(text, { currentDate, secret, expected: { sdkKey: key } })
  }
}, 1_200_000)

const nested = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`
const million = 1_000_000

describe('none of these throws, with and without a secret', () => {
  test.each([
    ['deep nesting in the payload', `${encode('{"alg":"HS256"}')}.${encode(nested(5000))}.x`],
    ['deep nesting with the claims', makeJwtWith({ deep: JSON.parse(nested(2000)) })],
    ['deep JSON', nested(100_000)],
    [
      'claims named __proto__',
      makeJwt(JSON.parse('{"__proto__":{"appKey":"x"},"mn":"1","role":0}')),
    ],
    [
      'claims named constructor',
      makeJwt({ constructor: 1, toString: 2, mn: '1', hasOwnProperty: 3 }),
    ],
    [
      'a header named __proto__',
      `${encode('{"__proto__":{"alg":"none"}}')}.${encode('{"mn":1}')}.`,
    ],
    ['numbers past 2^53', makeJwtWith({ iat: 2 ** 60, exp: 1e308, tokenExp: -1e308, mn: 2 ** 60 })],
    ['dates past the range', makeJwtWith({ iat: -8.64e15, exp: 9e15, tokenExp: 8.64e15 + 1 })],
    ['NUL', '\u0000'.repeat(100)],
    ['lone surrogates', '\ud800\udfff.\udc00.\ud800'],
    ['an object without a prototype', Object.create(null) as string],
    ['a symbol', Symbol('x') as unknown as string],
  ])('%s', (_, text) => {
    expect(() => inspect(text, { currentDate })).not.toThrow()
    expect(() => inspect(text, { currentDate, secret, expected: { sdkKey: key } })).not.toThrow()
  })

  test('an invalid date', () => {
    const { issues, explanation } = inspect(sound, { currentDate: new Date(Number.NaN) })
    expect(issues).toEqual([])
    expect(explanation.fields.length).toBeGreaterThan(0)
  })

  test('a claim named __proto__ does not become a claim of the token', () => {
    const { issues } = inspect(
      makeJwt(JSON.parse('{"__proto__":{"appKey":"x"},"mn":"1","role":0}')),
      {
        currentDate,
      },
    )
    expect(issues.map(({ code }) => code)).toContain('app-key-missing')
  })
})

// Quadratic work on a million characters would take minutes.
const soonMs = 5000

describe('a million characters are answered soon', () => {
  test.each([
    ['A', 'A'],
    ['=', '='],
    ['dots', '.'],
    ['spaces', ' '],
    ['spaces and A', 'A '],
    ['line feeds and A', 'A\n'],
    ['quotes', '"'],
    ['braces', '{'],
    ['brackets', '['],
    ['percent', '%'],
    ['%41', '%41'],
    ['%25', '%25'],
    ['zero-width spaces', '\u200b'],
    ['eyJ', 'eyJ.'],
    ['Bearer', 'Bearer '],
    ['a space stop', ' .'],
    ['equals then A', '=A'],
  ])(
    '%s',
    (_, unit) => {
      const { issues } = inspect(unit.repeat(million / unit.length), { currentDate })
      expect(issues).not.toEqual([])
    },
    soonMs,
  )

  test(
    'a payload of a megabyte',
    () => {
      const { kind } = inspect(makeJwtWith({ note: 'x'.repeat(million) }), { currentDate })
      expect(kind).toBe('meeting-sdk')
    },
    soonMs,
  )
})
