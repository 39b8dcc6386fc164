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
    ['5', '5 (assistant, old SDKs only)'],
    ['', 'empty'],
    ['undefined', 'undefined'],
  ])('role %j of an old signature', (role, text) => {
    expect(textsOf(makeLegacy({ role })).Role).toBe(text)
  })

  test('times in milliseconds are dates all the same', () => {
    expect(textsOf(makeJwtWith({ iat: 1_700_000_217_000 })).Issued).toMatch(/^2023-11-14 22:16:57/)
  })
})

describe('issues are told in the words of the catalogue', () => {
  test('with the page that explains them', () => {
    const { issues } = inspect(makeJwtWith({ appKey: undefined }), { currentDate }).explanation
    const { severity, title, cause, remedy } = issueCatalogue['app-key-missing']
    expect(issues).toMatchObject([
      { code: 'app-key-missing', severity, title, cause, remedy, url: issueUrl('app-key-missing') },
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
    [makeJwtWith({ mn: undefined, role: '0' }), {}, 'A Meeting SDK JWT: 1 error, 1 warning.'],
    ['undefined', {}, 'No signature: 1 error.'],
  ])('%s', (text, options, summary) => {
    expect(inspect(text, { currentDate, ...options }).explanation.summary).toBe(summary)
  })
})

describe('"JWT is deprecated"', () => {
  test('the date is that of the timeline', () => {
    const ends = timeline.filter(
      ({ topic, misreported }) => topic === 'jwt-app-type' && !misreported,
    )
    expect(ends.at(-1)?.date).toBe(endOfJwtApps)
  })

  test('a sound Meeting SDK JWT needs nothing done', () => {
    expect(notesOf(makeJwt())).toContain('Nothing has to be done about "JWT is deprecated"')
  })

  test('an app-type token is told which date ended it and what replaces it', () => {
    const notes = notesOf(makeJwt({ iss: key, exp: 1 }))
    expect(notes).toContain('2023-09-08')
    expect(notes).toContain('Server-to-Server OAuth')
    expect(notes).not.toContain('Nothing has to be done')
  })

  test('an old signature is told the same', () => {
    expect(notesOf(makeLegacy())).toContain('2023-09-08')
  })
})

test('a sound token is told that other accounts’ meetings need more', () => {
  expect(notesOf(makeJwt())).toContain('ZAK or OBF')
  expect(notesOf(makeJwtWith({ mn: undefined }))).not.toContain('ZAK or OBF')
})

test('a native token is told that mn and role are for the web', () => {
  expect(notesOf(makeJwtWith({ mn: undefined, role: undefined }))).toContain('native SDKs')
  expect(notesOf(makeJwtWith({ mn: undefined }))).not.toContain('native SDKs')
})

test('what an old signature leaks is told', () => {
  expect(notesOf(makeLegacy())).toContain('Whoever holds this string can read the key')
})
