import { expect, test } from 'vitest'
import { rewritten } from '../../testing/rewritten.ts'

const ts = 'const ts = Date.now() - 30000'
const hash = "createHmac('sha256', secret).update(btoa(key + mn + ts + role)).digest('base64')"
const inFunction = (lines: string): string => `const { createHmac } = require('crypto')
exports.make = (key, secret, mn, role) => {
${lines.replaceAll(/^/gm, '  ')}
}
`
const withLog = (log: string): string =>
  inFunction(
    `${ts}\nconst hash = ${hash}\n${log}\nreturn btoa([key, mn, ts, role, hash].join('.'))`,
  )

// Without it, what follows would become the body.
test.each([
  ['else', 'if (a) f()\nelse console.log(hash)'],
  ['while', 'while (busy()) console.log(hash)'],
  ['for', 'for (const one of all) console.log(hash)'],
  ['a guard that calls something', 'if (debug()) console.log(hash)'],
  ['a guard with another branch', 'if (debug) console.log(hash)\nelse f()'],
])('a log that is the body of %s stays, with what it tells', async (_, log) => {
  const code = await rewritten(withLog(log))
  expect(code).toContain(log.replaceAll('\n', '\n  '))
  expect(code).toContain(`const hash = ${hash}`)
  expect(code).toContain('return createSigner(')
})

test.each([
  ['a loop', 'for (const one of all) {\n  console.log(hash)\n}', 'for (const one of all) {\n  }'],
  ['a branch', 'if (a) { f() } else { console.log(hash) }', 'if (a) { f() } else { }'],
  [
    'a guard that is a branch',
    'if (a) { f() } else if (debug) { console.log(hash) }',
    'if (a) { f() } else if (debug) { }',
  ],
])('out of %s in brackets only the log goes', async (_, log, rest) => {
  const code = await rewritten(withLog(log))
  expect(code).toContain(`${rest}\n  return createSigner(`)
  expect(code).not.toContain('createHmac')
})

test('a guard goes whatever brackets are around the log', async () => {
  const code = await rewritten(withLog('if (debug) {\n  {\n    console.log(hash)\n  }\n}'))
  expect(code).toContain('=> {\n  return createSigner(')
})

const ending = "return btoa([key, mn, ts, role, hash].join('.'))"
test.each([
  [
    'an assignment',
    'let ts = Date.now()\nif (early) ts -= 30000',
    `const hash = ${hash}\n${ending}`,
  ],
  ['a declaration', `${ts}\nif (mn) var hash = ${hash}`, ending],
  [
    'a step of the MAC',
    `${ts}\nconst mac = createHmac('sha256', secret)\nif (ts) mac.update(btoa(key + mn + ts + role))`,
    `const hash = mac.digest('base64')\n${ending}`,
  ],
])('%s that is the body of another statement stays', async (_, kept, rest) => {
  const code = await rewritten(inFunction(`${kept}\n${rest}`))
  expect(code).toContain(`${kept.replaceAll('\n', '\n  ')}\n  return createSigner(`)
})

const python = (log: string): string => `import base64, hashlib, hmac, time

def sign(key, secret, mn, role):
    ts = int(time.time() * 1000) - 30000
    msg = base64.b64encode((key + mn + str(ts) + str(role)).encode())
    digest = base64.b64encode(hmac.new(secret.encode(), msg, hashlib.sha256).digest()).decode()
${log}    return base64.b64encode(".".join([key, mn, str(ts), str(role), digest]).encode()).decode()
`

test.each([
  ['the only statement of a block', '    for one in all:\n        print(digest)\n', true],
  ['one of several', '    for one in all:\n        f()\n        print(digest)\n', false],
  ['what a condition guards', '    if DEBUG:\n        print(digest)\n', false],
])('in Python a log that is %s stays: %s', async (_, log, stays) => {
  const code = await rewritten(python(log), 'a.py')
  expect(code).toContain('expires_at = issued_at + 7200')
  expect(code.includes('print(digest)')).toBe(stays)
})
