import { expect, test } from 'vitest'
import { rewritten } from '../../testing/rewritten.ts'

const inFunction = (lines: string): string => `const { createHmac } = require('crypto')
exports.make = (key, secret, mn, role) => {
${lines.replaceAll(/^/gm, '  ')}
}
`
const ts = 'const ts = Date.now() - 30000'
const steps = `${ts}
const mac = createHmac('sha256', secret)
mac.update(btoa(key + mn + ts + role))
const hash = mac.digest('base64')`
const end = "return btoa([key, mn, ts, role, hash].join('.'))"

test('steps to the old signature go with it', async () => {
  expect(await rewritten(inFunction(`${steps}\n${end}`))).toContain('=> {\n  return createSigner({')
})

test.each([
  ['the MAC', 'send(hash)', steps],
  ['what makes the MAC', 'send(mac)', steps.replace(/\n.*$/, '')],
])('steps stay where %s is used further on', async (_, use, kept) => {
  const code = await rewritten(inFunction(`${steps}\n${use}\n${end}`))
  expect(code).toContain(`${`${kept}\n${use}`.replaceAll('\n', '\n  ')}\n  return createSigner(`)
})

test('a step goes alone where another one is needed', async () => {
  const made = `const fields = [key, mn]\nfields.push(ts, role)\nfields.push(hash)`
  const old = `${steps}\n${made}\nreturn btoa(fields.join('.'))`
  expect(await rewritten(inFunction(old))).toContain('=> {\n  return createSigner({')
  const sent = `${steps}\n${made}\nsend(hash)\nreturn btoa(fields.join('.'))`
  const code = await rewritten(inFunction(sent))
  expect(code).toContain('  mac.update(btoa(key + mn + ts + role))\n')
  expect(code).not.toContain('fields')
})

test('what is appended to a name stays where it is read before the signature takes its place', async () => {
  const lines = (between: string): string => `${ts}
let sig = key + mn
sig += ts
sig += role
${between}sig = createHmac('sha256', secret).update(btoa(sig)).digest('base64')
sig = btoa([key, mn, ts, role, sig].join('.'))
return sig`
  expect(await rewritten(inFunction(lines('')))).toContain('=> {\n  let sig\n  sig = createSigner(')
  expect(await rewritten(inFunction(lines('send(sig)\n')))).toContain(
    `  ${ts}\n  let sig = key + mn\n  sig += ts\n  sig += role\n  send(sig)\n`,
  )
})

test('steps go with an earlier value of the name that gets the signature', async () => {
  const lines = `${ts}
let mac = createHmac('sha256', secret)
mac.update(btoa(key + mn + ts + role))
mac = btoa([key, mn, ts, role, mac.digest('base64')].join('.'))
return mac`
  const code = await rewritten(inFunction(lines))
  expect(code).toContain('=> {\n  let mac\n  mac = createSigner(')
})

test('of two signatures the steps stay to the one whose MAC is used further on', async () => {
  const second = steps.replaceAll(/\b(ts|mac|hash)\b/g, '$12')
  const both = `${steps}\n${second}\nsend(hash)
const one = btoa([key, mn, ts, role, hash].join('.'))
return [one, btoa([key, mn, ts2, role, hash2].join('.'))]`
  const code = await rewritten(inFunction(both))
  expect(code).toContain('  mac.update(btoa(key + mn + ts + role))\n')
  expect(code).not.toMatch(/mac2|ts2|hash2/)
})

test('a Mac of Java goes on being initialised where it goes on being used', async () => {
  const text = (log: string): string => `import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class Signatures {
    String sign(String key, String secret, String number, int role) throws Exception {
        long ts = System.currentTimeMillis() - 30000;
        String msg = Base64.getEncoder().encodeToString((key + number + ts + role).getBytes());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(), "HmacSHA256"));
        String hash = Base64.getEncoder().encodeToString(mac.doFinal(msg.getBytes()));
${log}        return Base64.getEncoder().encodeToString((key + "." + number + "." + ts + "." + role + "." + hash).getBytes());
    }
}
`
  const init = 'mac.init(new SecretKeySpec(secret.getBytes(), "HmacSHA256"));'
  const alone = await rewritten(text(''), 'a.java')
  expect(alone).toContain('long expiresAt')
  expect(alone).not.toContain(init)
  const sent = await rewritten(text('        send(hash);\n'), 'a.java')
  expect(sent).toContain('long expiresAt')
  expect(sent).toContain(init)
  const used = '    byte[] other(byte[] text) { return this.mac.doFinal(text); }\n}\n'
  const field = text('')
    .replace('Mac mac = Mac.getInstance("HmacSHA256")', 'this.mac = Mac.getInstance("HmacSHA256")')
    .replaceAll(' mac.', ' this.mac.')
    .replace('(mac.', '(this.mac.')
    .replace(/\}\n$/, used)
  const shared = await rewritten(field, 'a.java')
  expect(shared).toContain('long expiresAt')
  expect(shared).toContain(`this.${init}`)
})
