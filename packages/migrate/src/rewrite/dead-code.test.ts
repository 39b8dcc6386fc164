import { expect, test } from 'vitest'
import { rewritten } from '../../testing/rewritten.ts'

/** What is left of these lines between the head of a function and the old signature in it. */
async function left(lines: string, after = ''): Promise<string> {
  const text = `const { createHmac } = require('crypto')
exports.sign = (key, secret, mn, role) => {
${lines.replaceAll(/^/gm, '  ')}
  return btoa([key, mn, ts, role, hash].join('.'))
}
${after}`
  const code = await rewritten(text)
  const body = /=> \{\n([\s\S]*?) {2}return createSigner\(/.exec(code)?.[1]
  return body === undefined ? code : body.replaceAll(/^ {2}/gm, '').trim()
}

const ts = 'const ts = Date.now() - 30000'
const msg = 'const msg = btoa(key + mn + ts + role)'
const hash = "const hash = createHmac('sha256', secret).update(msg).digest('base64')"
const old = `${ts}\n${msg}\n${hash}`

test('what only the old signature was made of goes', async () => {
  expect(await left(old)).toBe('')
})

test.each([
  ['a call with the MAC', 'send(hash)', `${old}\nsend(hash)`],
  ['a call with the time', 'send(ts)', `${ts}\nsend(ts)`],
  ['a copy', 'const copy = hash', `${old}\nconst copy = hash`],
  ['a use in an inner function', 'f(() => ts)', `${ts}\nf(() => ts)`],
  ['the name in a text', "f('hash ts')", "f('hash ts')"],
  ['the name as a member', 'f(a.hash, { ts: 1 })', 'f(a.hash, { ts: 1 })'],
  ['a log of something else', "console.log('signed')", "console.log('signed')"],
  ['a log of the key', 'console.log(key)', 'console.log(key)'],
  ['a name of its own', 'const other = load()', 'const other = load()'],
])('%s stays, with what it needs', async (_, line, rest) => {
  expect(await left(`${old}\n${line}`)).toBe(rest)
})

test.each([
  ['a log of the MAC', 'console.log(hash)'],
  ['of the MAC and more', "console.debug('signed', { hash, key })"],
  ['of what it was made of', 'console.log(msg)'],
  ['of the time', "console.log('at', ts)"],
  ['several', 'console.log(hash)\nconsole.log(ts)'],
  ['one in a guard', 'if (debug) {\n  console.log(hash)\n}'],
  ['one in a guard without braces', 'if (debug) console.log(hash)'],
])('%s goes', async (_, line) => {
  expect(await left(`${old}\n${line}`)).toBe('')
})

test.each([
  ['a guard that calls something', 'if (debug()) {\n  console.log(hash)\n}', 'if (debug()) {\n}'],
  [
    'a guard that does more',
    'if (debug) {\n  console.log(hash)\n  f()\n}',
    'if (debug) {\n  f()\n}',
  ],
  [
    'a guard with another branch',
    'if (debug) {\n  console.log(hash)\n} else {\n  f()\n}',
    'if (debug) {\n} else {\n  f()\n}',
  ],
])('out of %s only the log goes', async (_, line, rest) => {
  expect(await left(`${old}\n${line}`)).toBe(rest)
})

test('a name that was given several values goes with all of them', async () => {
  const twice = `let msg = key + mn + ts + role\nmsg = btoa(msg)`
  expect(await left(`${ts}\n${twice}\n${hash}`)).toBe('')
  expect(await left(`let ts\nts = Date.now() - 30000\n${msg}\n${hash}`)).toBe('')
})

test('a call whose answer is not used any more stays where it may do more than answer', async () => {
  const taken = 'const now = takeTime()\nconst ts = now - 30000'
  expect(await left(`${taken}\n${msg}\n${hash}`)).toBe('')
  expect(await left(`const unused = takeTime(1)\n${old}`)).toBe('const unused = takeTime(1)')
})

test('a function that only the old code called goes; one that others call stays', async () => {
  const calls = `${ts}\nconst hash = mac(key + mn + ts + role, secret)`
  const mac = `function mac(text, secret) {
  return createHmac('sha256', secret).update(btoa(text)).digest('base64')
}
`
  expect(await left(calls, mac)).toBe('')
  const text = (after: string): string => `const { createHmac } = require('crypto')
${mac}exports.sign = (key, secret, mn, role) => {
  ${ts}
  const hash = mac(key + mn + ts + role, secret)
  return btoa([key, mn, ts, role, hash].join('.'))
}
${after}`
  const alone = await rewritten(text(''))
  expect(alone).not.toContain('function mac')
  expect(alone).not.toContain('createHmac')
  const shared = await rewritten(text("exports.other = mac('a', 'b')\n"))
  expect(shared).toContain(mac)
  expect(shared).toContain('createHmac')
  expect(shared).toContain('createSigner')
})
