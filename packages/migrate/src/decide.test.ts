import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fixturesFolder } from '../testing/fixtures.ts'
import { decide } from './decide.ts'
import { grammarFiles } from './edge/grammar-files.ts'
import { unitsOf } from './parsed-units.ts'
import { applyEdits } from './rewrite/edit.ts'
import type { ScanOptions } from './scan.ts'
import { createParsers } from './syntax/parser.ts'
import { Positions } from './syntax/positions.ts'

interface Decided {
  /** Line, code and what is done of each match. */
  readonly outcomes: readonly string[]
  readonly text: string
}

/** What is decided over the first unit of a file. */
async function decided(
  path: string,
  text: string,
  asked: Omit<ScanOptions, 'grammars'> = {},
): Promise<Decided> {
  const options: ScanOptions = { ...asked, grammars: grammarFiles }
  const [unit] = await unitsOf({ path, text }, createParsers(grammarFiles), options)
  if (!unit) throw new Error('nothing to look at')
  const { outcomes, edits } = decide(unit, options)
  const positions = new Positions(text)
  const shown = outcomes.map(({ match, manual, fixable, ignoredBy, unit: of }) => {
    expect(of).toBe(unit.unit)
    const done = ignoredBy ? `passed over by ${ignoredBy.line}` : fixable ? 'changed' : 'left'
    return [positions.at(match.place.start).line, match.code, done, manual ?? ''].join(' ').trim()
  })
  return { outcomes: shown, text: applyEdits(text, edits) }
}

const sign = (
  name: string,
  before = '',
): string => `exports.${name} = (key, secret, mn, role, ts) => {
  const hash = createHmac('sha256', secret).update(btoa(key + mn + ts + role)).digest('base64')
${before}  return btoa([key, mn, ts, role, hash].join('.'))
}
`
const comment = '  // sigshift-ignore-next-line legacy-hmac-code kept for now\n'

test('what a comment passes over comes last and keeps no reason, wherever it stands', async () => {
  const text = sign('a', comment) + sign('b')
  expect((await decided('a.js', text)).outcomes).toEqual([
    '8 legacy-hmac-code changed',
    '4 legacy-hmac-code passed over by 3',
  ])
  const broken = `${text}const = 1\n`
  expect(await decided('a.js', broken)).toEqual({
    outcomes: [
      '8 legacy-hmac-code left The file does not parse.',
      '4 legacy-hmac-code passed over by 3',
    ],
    text: broken,
  })
})

test('that a file does not parse is said before what a rule has to say', async () => {
  const rest = 'jwt.sign({ iss: process.env.ZOOM_API_KEY, exp: 1 }, process.env.ZOOM_API_SECRET)\n'
  expect((await decided('a.js', rest)).outcomes).toEqual([
    expect.stringMatching(/^1 rest-jwt-app-code left REST calls want an OAuth access token/),
  ])
  expect((await decided('a.js', `${rest}const = 1\n`)).outcomes).toEqual([
    '1 rest-jwt-app-code left The file does not parse.',
  ])
})

test('nothing to change leaves the text as it is', async () => {
  const text = 'const hmac = createHmac(base64)\n'
  expect(await decided('a.js', text)).toEqual({ outcomes: [], text })
})

test('where one signature cannot be written, others are', async () => {
  const refused = readFileSync(`${fixturesFolder}/go/manual-errors-returned.input.go`, 'utf8')
  const other = `
func other(key, secret, number string, role int) string {
	ts := time.Now().UnixNano()/1000000 - 30000
	message := base64.StdEncoding.EncodeToString([]byte(fmt.Sprintf("%s%s%d%d", key, number, ts, role)))
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(message))
	sum := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return base64.StdEncoding.EncodeToString([]byte(fmt.Sprintf("%s.%s.%d.%d.%s", key, number, ts, role, sum)))
}
`
  const { outcomes, text } = await decided('a.go', refused + other)
  expect(outcomes.map((each) => each.replace(/^\d+ /, ''))).toEqual([
    'legacy-hmac-code left Nothing would use hash any more, which Go refuses.',
    'legacy-hmac-code changed',
  ])
  expect(text).toContain(refused.slice(refused.indexOf('func')))
  expect(text).toContain('"tokenExp": expiresAt')
})

const key = 'fixtureKey1234567890AB'
const secret = 'fixture-secret-of-thirty-two-chars'
const call = (input: string): string =>
  `ZoomMtg.generateSignature({ ${input}apiKey: KEY, apiSecret: SECRET, success: (r) => go(r.result) })\n`

test('a secret goes where all goes that reads it, and stays where something is left', async () => {
  const head = `const KEY = '${key}'\nconst SECRET = '${secret}'\n`
  const alone = await decided('a.js', head + call('meetingNumber: n, role: 0, '))
  expect(alone.outcomes).toEqual([
    '3 generate-signature-call changed',
    '2 secret-in-frontend changed',
  ])
  expect(alone.text).not.toContain(secret)
  expect(alone.text).not.toContain('KEY')
  const both = await decided('a.js', head + call('meetingNumber: n, role: 0, ') + call(''))
  expect(both.outcomes).toEqual([
    '3 generate-signature-call changed',
    '4 generate-signature-call left The meeting number or the role is not given here.',
    expect.stringMatching(/^2 secret-in-frontend left Line 4 uses it in another way: sign on a/),
  ])
  expect(both.text.startsWith(head)).toBe(true)
  expect(both.text).toContain("fetch('/api/zoom-signature'")
  expect(both.text).toContain(call(''))
})

test('a secret stays where the call that reads it cannot be written', async () => {
  const text = `const SECRET = '${secret}'
const sign = (meetingNumber) => useMemo(() => ZoomMtg.generateSignature({ meetingNumber, role: 0, apiKey: '${key}', apiSecret: SECRET }))
`
  expect(await decided('a.js', text)).toEqual({
    outcomes: [
      '2 generate-signature-call left This runs in a browser, and the code around it cannot wait for a server’s answer.',
      expect.stringMatching(/^1 secret-in-frontend left Line 2 uses it in another way/),
    ],
    text,
  })
})

test('a secret whose declaration cannot go is left, though nothing reads it any more', async () => {
  const declared = `if (demo) var SECRET = '${secret}'\n`
  const text = `const KEY = '${key}'\n${declared}${call('meetingNumber: n, role: 0, ')}`
  const { outcomes, text: after } = await decided('a.js', text)
  expect(outcomes).toEqual([
    '3 generate-signature-call changed',
    expect.stringMatching(/^2 secret-in-frontend left It stays where it is declared: sign on a/),
  ])
  expect(after.startsWith(declared)).toBe(true)
})

test('a secret that is handed to a function of the file becomes an empty text', async () => {
  const inner = call('meetingNumber: n, role: 0, ').replace('SECRET', 'secret')
  const declared = `const API_SECRET = '${secret}'\n`
  const text = `${declared}function start(secret) {\n  ${inner}}\nstart(API_SECRET)\n`
  const { outcomes, text: after } = await decided('a.js', text)
  expect(outcomes).toEqual(['3 generate-signature-call changed', '1 secret-in-frontend changed'])
  expect(after).toContain("const API_SECRET = ''\n")
  expect(after).toContain('start(API_SECRET)')
})

test('where the changes cannot be made together, none is made', async () => {
  const text = `const make = (key, secret, mn, role, ts) => btoa([key, mn, ts, role, ${sign('a')
    .split('\n')[1]
    ?.replace('  const hash = ', '')}].join('.'))\n`
  expect((await decided('a.js', text)).outcomes).toEqual(['1 legacy-hmac-code changed'])
  expect(await decided('a.js', text, { standalone: true })).toEqual({
    outcomes: ['1 legacy-hmac-code left There is no place for statements here.'],
    text,
  })
})

test('a page asks where it is told to, by default at /api/zoom-signature', async () => {
  const text = call('meetingNumber: n, role: 0, ')
  expect((await decided('a.js', text)).text).toContain("fetch('/api/zoom-signature'")
  expect((await decided('a.js', text, { endpoint: '/sign' })).text).toContain("fetch('/sign'")
})

test('a server signs with the package, unless it is to stand alone', async () => {
  const text = sign('a')
  expect((await decided('a.js', text)).text).toContain('createSigner(')
  const alone = (await decided('a.js', text, { standalone: true })).text
  expect(alone).not.toContain('createSigner(')
  expect(alone).toContain("typ: 'JWT'")
})
