import { issueCatalogue, issueUrl, timeline } from '@sigshift/spec'
import samples from '@sigshift/vectors/samples.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { endOfJwtApps } from './explain-notes.ts'
import { inspect } from './inspect.ts'
import {
  currentDate,
  key,
  makeJwt,
  makeJwtWith,
  makeLegacy,
  secret,
  sign,
} from './make-jwt.fixture.node.ts'

const textsOf = (text: string, date = currentDate): Record<string, string> =>
  Object.fromEntries(
    inspect(text, { currentDate: date }).explanation.fields.map((field) => [
      field.label,
      field.text,
    ]),
  )
const notesOf = (text: string): string =>
  inspect(text, { currentDate }).explanation.notes.join('\n')

const keyAlone = Buffer.from('FAKE_api_key_22_chars0').toString('base64')
const hybrid = Buffer.from(
  `key.98765432101.1700000217.1700007417.0.${sign('x', secret, 'base64')}`,
).toString('base64')
const exp = 1_700_007_417
const jwtApp = makeJwt({ iss: key, exp })
const videoSdk = makeJwt({ app_key: key, tpc: 'room', role_type: 1, iat: exp - 7200, exp })
const cobrowse = makeJwt({ app_key: key, role_type: 1, user_id: 'u', user_name: 'u' })
const accessToken = makeJwt(
  { ver: 10, auid: 'a', iss: 'zm:cid:abc', aud: 'https://oauth.zoom.us', exp },
  { sv: '000001', alg: 'HS512', v: '2.0', kid: 'k' },
)
const zak = makeJwt(
  { aud: 'clientsm', uid: 'u', iss: 'web', sty: 100, clt: 0, exp },
  { zm_skm: 'zm_o2m', alg: 'HS256', typ: 'JWT' },
)
const obf = makeJwt({ typ: 'onbehalf', aud: 'clientsm', iss: 'web', exp })

describe('fields are told in people’s terms', () => {
  test('of a Meeting SDK JWT', () => {
    expect(textsOf(makeJwt())).toMatchObject({
      Key: key,
      'Meeting number': '98765432101',
      Role: '0 (participant)',
      Issued: '2023-11-14 22:16:57 UTC, 1 minute ago',
      Expires: '2023-11-15 00:16:57 UTC, in 1 hour 59 minutes',
      'Session ends': '2023-11-15 00:16:57 UTC, in 1 hour 59 minutes',
    })
  })

  test('of the published old signature', () => {
    const date = new Date('2020-03-02T17:19:58.773Z')
    expect(textsOf(samples.published[0]?.signature ?? '', date)).toEqual({
      Key: 'xu3JPaA_RJW2-9l5_HAaLA',
      'Meeting number': '123456789',
      Role: '0 (participant)',
      Issued: '2020-03-02 17:18:58 UTC, 1 minute ago',
      MAC: 'BL4Kb3qH4lyg051FmlbNpkOFyEA/eADvlieW2M4fIyk=',
    })
  })

  test.each([
    ['1', '1 (host)'],
    ['2', '2'],
    ['5', '5 (assistant, old SDKs only)'],
    ['', 'empty'],
    ['undefined', 'undefined'],
  ])('role %j of an old signature', (role, text) => {
    expect(textsOf(makeLegacy({ role })).Role).toBe(text)
  })

  test('the roles of other kinds are not those of the old SDKs, or of no meeting', () => {
    expect(textsOf(makeJwtWith({ role: 5 })).Role).toBe('5')
    expect(textsOf(makeJwt({ app_key: key, role_type: 1, user_id: 'u' })).Role).toBe('1')
    expect(textsOf(makeJwt({ app_key: key, role_type: '', user_id: 'u' })).Role).toBe('empty')
  })

  test('in one order, under the names of the diagnosis', () => {
    const { fields } = inspect(makeJwt(), { currentDate }).explanation
    expect(fields.map(({ name, label }) => [name, label])).toEqual([
      ['key', 'Key'],
      ['meetingNumber', 'Meeting number'],
      ['role', 'Role'],
      ['issuedAt', 'Issued'],
      ['expiresAt', 'Expires'],
      ['sessionExpiresAt', 'Session ends'],
      ['mac', 'MAC'],
    ])
  })

  test('this very moment is no time ago, and without a clock a moment is a date', () => {
    expect(textsOf(makeJwtWith({ iat: 1_700_000_277 })).Issued).toMatch(/, 0 seconds ago$/)
    const { Issued } = textsOf(makeJwt(), new Date(Number.NaN))
    expect(Issued).toBe('2023-11-14 22:16:57 UTC')
  })

  test('times in milliseconds are dates all the same', () => {
    expect(textsOf(makeJwtWith({ iat: 1_700_000_217_000 })).Issued).toMatch(/^2023-11-14 22:16:57/)
  })
})

describe('issues are told in the words of the catalogue', () => {
  test('with the page that explains them', () => {
    const { issues, explanation } = inspect(makeJwtWith({ appKey: undefined }), { currentDate })
    const { severity, title, cause, remedy } = issueCatalogue['app-key-missing']
    const code = 'app-key-missing'
    const evidence = issues[0]?.evidence
    expect(evidence).toHaveLength(1)
    expect(explanation.issues).toEqual([
      { code, severity, title, cause, remedy, url: issueUrl(code), evidence },
    ])
  })
})

describe('the summary says what it is and how it is', () => {
  test.each([
    [
      makeJwt(),
      {},
      'A Meeting SDK JWT: nothing wrong is seen; its MAC was not checked, for want of the secret.',
    ],
    [makeJwt(), { secret }, 'A Meeting SDK JWT: nothing wrong is seen; its MAC verifies.'],
    [makeJwtWith({ role: '0' }), {}, 'A Meeting SDK JWT: 1 warning.'],
    [`${makeJwtWith({ role: '0' })}=`, {}, 'A Meeting SDK JWT: 2 warnings.'],
    [makeJwtWith({ mn: undefined, appKey: undefined }), {}, 'A Meeting SDK JWT: 2 errors.'],
    [makeJwtWith({ mn: undefined, role: '0' }), {}, 'A Meeting SDK JWT: 1 error, 1 warning.'],
    ['undefined', {}, 'No signature: 1 error.'],
    [makeLegacy(), {}, 'An old Web SDK signature (base64 HMAC): 1 error.'],
    [keyAlone, {}, 'The base64 of a key and nothing else: 1 error.'],
    [hybrid, {}, 'A home-made mixture of the old signature and a JWT: 1 error.'],
    [videoSdk, {}, 'A Video SDK JWT: 1 error.'],
    [cobrowse, {}, 'A Cobrowse SDK JWT: 1 error.'],
    [jwtApp, {}, 'A token of the retired JWT app type, or of the Build platform: 1 error.'],
    [accessToken, {}, 'An OAuth access token issued by Zoom: 1 error.'],
    [zak, {}, 'A ZAK issued by Zoom: 1 error.'],
    [obf, {}, 'An OBF token issued by Zoom: 1 error.'],
    [makeJwt({ sub: '1' }), {}, 'A JWT that is no Zoom signature: 1 error.'],
  ])('%s', (text, options, summary) => {
    expect(inspect(text, { currentDate, ...options }).explanation.summary).toBe(summary)
  })
})

test('the date on which JWT apps ended is that of the timeline', () => {
  const ends = timeline.filter(({ topic, misreported }) => topic === 'jwt-app-type' && !misreported)
  expect(ends.at(-1)?.date).toBe(endOfJwtApps)
})

describe('what is worth knowing and no fault is told where it applies, and nowhere else', () => {
  const deprecated = 'Nothing has to be done about "JWT is deprecated"'
  const external = `${issueCatalogue['external-meeting-needs-token'].title}. `
  const ended = 'If it is of the JWT app type, it ended on 2023-09-08: for the REST API use Server-'
  const replaced = 'Its credentials were those of a JWT app; those ended on 2023-09-08.'
  const leaks = 'Whoever holds this string can read the key'
  const native = 'For native SDKs alone, mn and role may be left out'
  const unchecked = 'The MAC was not checked, for want of the secret.'

  test.each<[string, string, string | undefined, string[]]>([
    ['a sound token', makeJwt(), undefined, [deprecated, external]],
    ['a sound token with its secret', makeJwt(), secret, [deprecated, external]],
    ['a warning', makeJwtWith({ role: '0' }), undefined, [unchecked]],
    ['an error', makeJwtWith({ mn: undefined }), undefined, [unchecked]],
    ['an error with the secret', makeJwtWith({ role: 9 }), secret, []],
    ['no role', makeJwtWith({ role: undefined }), undefined, [unchecked]],
    ['native', makeJwtWith({ mn: undefined, role: undefined }), secret, [native]],
    ['a JWT app', jwtApp, undefined, [ended, unchecked]],
    ['a Video SDK JWT', videoSdk, undefined, [unchecked]],
    ['an old signature', makeLegacy(), undefined, [replaced, leaks, unchecked]],
    ['an old signature with its secret', makeLegacy(), secret, [replaced, leaks]],
    ['a mixture', hybrid, secret, [replaced]],
    ['a key alone', keyAlone, secret, [replaced]],
    ['no token', 'undefined', undefined, []],
  ])('%s', (_, text, given, beginnings) => {
    const { notes } = inspect(text, { currentDate, secret: given }).explanation
    expect(notes.map((note, i) => note.slice(0, beginnings[i]?.length))).toEqual(beginnings)
  })

  test('what replaced a JWT app is told by name', () => {
    expect(notesOf(jwtApp)).toContain('Server-to-Server OAuth')
  })

  test('the note on other accounts’ meetings is that of the catalogue', () => {
    const { title, cause, remedy } = issueCatalogue['external-meeting-needs-token']
    expect(notesOf(makeJwt()).split('\n')[1]).toBe(`${title}. ${cause} ${remedy}`)
  })
})
