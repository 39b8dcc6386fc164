import { expect, test } from 'vitest'
import { rewritten } from '../../testing/rewritten.ts'

const inFunction = (body: string): string =>
  `const { createHmac } = require('crypto')\nexports.make = (key, secret, mn, role) => {\n${body}\n}\n`

/** The old code with names of its own for the message and the MAC. */
const withNames = (msg: string, hash: string): string =>
  inFunction(`  const ts = Date.now() - 30000
  const ${msg} = btoa(key + mn + ts + role)
  const ${hash} = createHmac('sha256', secret).update(${msg}).digest('base64')
  return btoa([key, mn, ts, role, ${hash}].join('.'))`)

test.each([
  ['as a member', 'sign', 'hash', {}],
  ['as a key', 'sdkKey', 'meetingNumber', {}],
  ['as a key of claims', 'exp', 'tokenExp', { standalone: true }],
  ['in a text', 'sha256', 'HS256', { standalone: true }],
  ['in a longer word', 'signing', 'issued', { standalone: true }],
])('a name that the new code has only %s goes', async (_, msg, hash, options) => {
  const code = await rewritten(withNames(msg, hash), 'a.js', options)
  expect(code).not.toContain(`const ${msg} `)
  expect(code).not.toContain(`const ${hash} `)
})

test('a text of the new code in double quotes is no name either', async () => {
  const text = withNames('sha256', 'HS256').replaceAll("'", '"')
  const code = await rewritten(text, 'a.js', { standalone: true })
  expect(code).toContain('{ alg: "HS256", typ: "JWT" }')
  expect(code).not.toMatch(/const (?:sha256|HS256) /)
})

test.each([
  ['js', '  const role = host ? 1 : 0\n'],
  ['kt', '    val role = if (host) 1 else 0\n'],
])('what the new code needs stays, also where a text of %s holds its name', async (kind, line) => {
  const texts: Readonly<Record<string, string>> = {
    js: withNames('msg', 'hash').replace('role) => {\n', `host) => {\n${line}`),
    kt: `fun sign(key: String, secret: String, number: String, host: Boolean): String {
${line}    val ts = System.currentTimeMillis() - 30000
    val message = Base64.getEncoder().encodeToString((key + number + ts + role).toByteArray())
    val mac = Mac.getInstance("HmacSHA256")
    mac.init(SecretKeySpec(secret.toByteArray(), "HmacSHA256"))
    val hash = Base64.getEncoder().encodeToString(mac.doFinal(message.toByteArray()))
    return Base64.getEncoder().encodeToString("$key.$number.$ts.$role.$hash".toByteArray())
}
`,
  }
  const code = await rewritten(texts[kind] ?? '', `a.${kind}`)
  expect(code).toContain(line)
  expect(code).not.toMatch(/30000/)
})

test('a name in an import is one of another module', async () => {
  const code = await rewritten(`import { hash as digest } from './digest.js'
import { createHmac } from 'node:crypto'
const { KEY: key, SECRET: secret, MN: mn } = process.env
const role = 0
const ts = Date.now() - 30000
const hash = createHmac('sha256', secret).update(btoa(key + mn + ts + role)).digest('base64')
export const signature = btoa([key, mn, ts, role, hash].join('.'))
`)
  expect(code).toContain("import { hash as digest } from './digest.js'")
  expect(code).not.toContain('const hash =')
  expect(code).not.toContain('createHmac')
})

test('names of other functions stay, though they are spelled the same', async () => {
  const others = [
    'exports.before = (msg) => { const hash = f(msg); return hash }\n',
    'exports.after = () => { const hash = g(), ts = 1; return hash + ts }\n',
  ]
  const [head = '', body = ''] = withNames('msg', 'hash').split(/(?<=crypto'\)\n)/)
  const code = await rewritten(head + others[0] + body + others[1])
  for (const other of others) expect(code).toContain(other)
  expect(code).not.toContain('30000')
})

const mac = "createHmac('sha256', this.secret).update(btoa(text)).digest('base64')"
const classWith = (after: string): string => `const { createHmac } = require('crypto')
class Signatures {
  #mac(text) { return ${mac} }
  sign(mn, role) {
    const ts = Date.now() - 30000
    const hash = this.#mac(this.key + mn + ts + role)
    return btoa([this.key, mn, ts, role, hash].join('.'))
  }
${after}}
`

test('a private method goes with its last call', async () => {
  expect(await rewritten(classWith(''))).not.toContain('#mac')
  const other = '  check(text) { return this.#mac(text) }\n'
  const code = await rewritten(classWith(other))
  expect(code).toContain(`#mac(text) { return ${mac} }`)
  expect(code).toContain(other)
  expect(code).not.toContain('30000')
})

const overwritten = (between = ''): string =>
  inFunction(`  const ts = Date.now() - 30000
  let sig = btoa(key + mn + ts + role)
${between}  sig = createHmac('sha256', secret).update(sig).digest('base64')
  sig = btoa([key, mn, ts, role, sig].join('.'))
  send(sig)
  return sig`)

test('earlier values of the name that gets the signature go, with what they were made of', async () => {
  const code = await rewritten(overwritten())
  expect(code).toContain('  let sig\n  sig = createSigner(')
  expect(code).not.toContain('const ts')
})

test('a declaration that loses its value keeps its type', async () => {
  const text = overwritten()
    .replace('(key, secret, mn, role)', '(key: string, secret: string, mn: string, role: 0 | 1)')
    .replace('let sig =', 'let sig: string =')
  expect(await rewritten(text, 'a.ts')).toContain('  let sig: string\n  sig = createSigner(')
})

test('an earlier value that something else reads stays', async () => {
  const code = await rewritten(overwritten('  send(sig)\n'))
  expect(code).toContain('let sig = btoa(key + mn + ts + role)\n  send(sig)\n')
  expect(code).toContain('const ts = Date.now() - 30000')
})

test('reads of a name of another function are no reads', async () => {
  const code = await rewritten(`function other(sig) { return sig }\n${overwritten()}`)
  expect(code).toContain('  let sig\n  sig = createSigner(')
})

const logged = (before: string, log: string): string =>
  withNames('msg', 'hash').replace('  return', `${before}  ${log}\n  return`)

test.each([
  ['a text', "  const extra = 'signed'\n", ''],
  ['another name', '  const extra = key\n', ''],
  ['a call that only gives a value', '  const extra = new Date()\n', ''],
  ['a call that may do more', '  const extra = count()\n', '  const extra = count()\n'],
])('what only a log that goes needs: of %s is left what it may do', async (_, line, left) => {
  const code = await rewritten(logged(line, 'console.log(hash, extra)'))
  expect(code).toContain(`=> {\n${left}  return createSigner(`)
})

test('a log of what holds neither the MAC nor the time stays', async () => {
  const line = '  const who = key + mn\n'
  const text = logged('', 'console.log(who)')
    .replace('  const ts', `${line}  const ts`)
    .replace('btoa(key + mn + ts', 'btoa(who + ts')
  expect(await rewritten(text)).toContain(`${line}  console.log(who)\n  return createSigner(`)
})

test('a parameter that is given a value of the old code keeps it', async () => {
  const text = withNames('msg', 'hash')
    .replace('role) =>', 'role, msg) =>')
    .replace('const msg', 'msg')
  const code = await rewritten(text)
  expect(code).toContain('  msg = btoa(key + mn + ts + role)\n  return createSigner(')
  expect(code).not.toContain('const hash')
})
