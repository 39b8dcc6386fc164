import { describe, expect, it } from 'vitest'
import { judge } from '../../docs/.vitepress/theme/debugger/judge.ts'
import { sharedSignature, shareLink } from '../../docs/.vitepress/theme/debugger/share-link.ts'
import { timeMarks } from '../../docs/.vitepress/theme/debugger/time-marks.ts'
import { errorCodes, symptoms } from '../../packages/spec/src/index.ts'
import { jwt, meetingClaims, pastedCases, secret } from './tokens.ts'

const now = 1_790_000_000

function ask(text: string, more: { secret?: string } = {}): ReturnType<typeof judge> {
  return judge({ id: 1, text, now: now * 1000, ...more })
}

describe('what is made of a pasted text', () => {
  for (const { name, text, secret: given, first } of pastedCases(now)) {
    it(`is the right first issue for ${name}`, () => {
      const judgement = ask(text, given ? { secret: given } : {})
      expect(judgement.kind).toBe('token')
      if (judgement.kind !== 'token') return
      expect(judgement.issues.find(({ severity }) => severity !== 'note')?.code).toBe(first)
    })
  }

  it('is the symptom, for each text that an SDK shows in full', () => {
    const missed = symptoms
      .filter(({ text, place }) => text !== '' && place !== 'page')
      .filter(({ text, slug }) => {
        const judgement = ask(text)
        if (judgement.kind !== 'symptom') return true
        return !judgement.matches.some((match) => match.slug === slug)
      })
    expect(missed.map(({ text }) => text)).toEqual([])
  })

  it('is a symptom for each error object with a code and text that are known', () => {
    const known = errorCodes.filter(({ code, text, view }) =>
      symptoms.some(
        (row) => row.errorCode === code && row.text === text && row.views.includes(view),
      ),
    )
    expect(known.length).toBeGreaterThan(20)
    for (const { code, text } of known) {
      const judgement = ask(JSON.stringify({ errorCode: code, errorMessage: text, result: null }))
      expect(judgement.kind, `${code} ${text}`).toBe('symptom')
    }
  })

  it('is nothing for blanks', () => {
    expect(ask(' \n\t')).toEqual({ kind: 'empty' })
  })

  it('is a token also where it stands in a line of code', () => {
    const judgement = ask(`const signature = '${jwt(meetingClaims(now))}'`)
    expect(judgement.kind).toBe('token')
  })

  it('shows what can be read of a token that was cut', () => {
    const judgement = ask(jwt(meetingClaims(now)).slice(0, 90))
    expect(judgement.kind).toBe('token')
    if (judgement.kind !== 'token') return
    expect(judgement.contents.map(({ name }) => name)).toEqual([
      'header',
      'payload, which is no JSON object',
    ])
    expect(judgement.contents[1]?.text).toContain('{"appKey":"xu3JPaA_RJW2')
  })

  it('counts all of a long text that is no token, and reads all of a token that is as long', () => {
    const prose = ask('lorem ipsum dolor '.repeat(58_255))
    expect(prose.kind === 'token' && prose.issues[0]?.evidence[0]?.seen).toBe(
      'text of 1048590 characters',
    )
    const page = ask(`<!doctype html>${'<p>lorem ipsum</p>\n'.repeat(10_000)}`)
    expect(page.kind === 'token' && page.issues[0]?.evidence[0]?.seen).toBe('a page of HTML or XML')
    const token = ask(jwt({ ...meetingClaims(now), more: 'x'.repeat(1_048_576) }), { secret })
    expect(token.kind === 'token' && token.summary).toContain('its MAC verifies')
  })

  it('never repeats the secret', () => {
    const judgement = ask(jwt({ ...meetingClaims(now) }, `${secret} `), { secret })
    expect(JSON.stringify(judgement)).not.toContain(secret)
  })

  it('makes no link to what is no token, or has the secret in it', () => {
    for (const [text, given, shareable] of [
      [jwt(meetingClaims(now)), secret, true],
      [`${jwt(meetingClaims(now))} ${secret}`, secret, false],
      ['qwertz', undefined, false],
    ] as const) {
      const judgement = ask(text, given ? { secret: given } : {})
      expect(judgement.kind === 'token' && judgement.shareable, text).toBe(shareable)
    }
  })
})

describe('a shared address', () => {
  const page = new URL('https://example.com/debugger?x=1#old')

  it('holds the signature behind the # alone, and gives it back', () => {
    const text = 'a.b-c_d=+/ é'
    const link = new URL(shareLink(text, page))
    expect(link.pathname + link.search).toBe('/debugger')
    expect(sharedSignature(link.hash)).toBe(text)
  })

  it('is none with another fragment, or a broken one', () => {
    expect(sharedSignature('#how-to-fix')).toBeUndefined()
    expect(sharedSignature('#signature=%E0%A4%A')).toBeUndefined()
  })
})

describe('the time line', () => {
  it('lays moments out by time, with one mark for those of one instant', () => {
    const marks = timeMarks(
      [
        { name: 'issued', at: 1000 },
        { name: 'expires', at: 3000 },
        { name: 'session ends', at: 3000 },
      ],
      2000,
    )
    expect(marks).toEqual([
      { names: 'issued', at: 1000, place: 0, isNow: false },
      { names: 'now', at: 2000, place: 50, isNow: true },
      { names: 'expires, session ends', at: 3000, place: 100, isNow: false },
    ])
  })
})
