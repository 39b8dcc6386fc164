import { createHmac, createPublicKey, createSign, KeyObject } from 'node:crypto'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import type { Refusal } from './access.ts'
import { createTokenVerifier } from './identity-provider.ts'
import type { Caller } from './policy.ts'
import { createRemoteKeys, KeysUnavailableError } from './remote-keys.ts'
import { audience, issuer, issueToken, keySet, keysUrl, pair, soundClaims } from './test-access.ts'
import { now } from './test-app.ts'

const seconds = now.getTime() / 1000
const policy = {
  products: ['meeting'],
  roles: ['participant'],
  subjects: {},
  maxLifetimeSeconds: 7200,
} as const

type Fetch = typeof fetch

interface World {
  readonly fetch: Fetch
  readonly clock: () => number
}

const goodFetch: Fetch = () => Promise.resolve(new Response(keySet))

function createVerify({
  fetch,
  clock,
}: Partial<World> = {}): (token: string) => Promise<Caller | Refusal> {
  const provider = {
    name: 'idp',
    issuer,
    audience,
    algorithms: ['RS256'],
    maxAgeSeconds: 86_400,
    policies: [{ policy }],
    keys: createRemoteKeys(keysUrl, {
      clock: clock ?? (() => 0),
      fetch: fetch ?? goodFetch,
      freshMs: 0,
      cooldownMs: 0,
    }),
  }
  return createTokenVerifier([provider], () => now)
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token whose last part is what somebody else makes of it. */
function forge(
  header: object,
  mac: (signed: string) => string,
  claims: object = soundClaims,
): string {
  const signed = `${encode(header)}.${encode(claims)}`
  return `${signed}.${mac(signed)}`
}

test('a sound token is taken', async () => {
  expect(await createVerify()(await issueToken())).toMatchObject({ id: 'idp:ann' })
})

test.each(['none', 'None', 'NONE', 'nOnE', ''])('alg %j is refused', async (alg) => {
  for (const mac of ['', 'AAAA']) {
    const token = forge({ alg, kid: 'one' }, () => mac)
    expect(await createVerify()(token)).toHaveProperty('refused')
  }
})

test('the public key is no HMAC secret, in any of its forms', async () => {
  const pem = await exportSPKI(pair.publicKey)
  const { n = '' } = JSON.parse(keySet).keys[0]
  const der = createPublicKey(pem).export({ format: 'der', type: 'spki' })
  for (const secret of [pem, pem.trim(), der, n, Buffer.from(n, 'base64url'), keySet]) {
    const mac = (signed: string): string =>
      createHmac('sha256', secret).update(signed).digest('base64url')
    for (const alg of ['HS256', 'RS256']) {
      expect(await createVerify()(forge({ alg, kid: 'one' }, mac))).toHaveProperty('refused')
    }
  }
})

test.each([
  ['the wrong audience', { aud: 'another' }],
  ['the wrong audiences', { aud: ['another', 'sigshift2'] }],
  ['no audience', { aud: undefined }],
  ['another issuer', { iss: 'https://idp.example.evil' }],
  ['an issuer with a slash', { iss: 'https://idp.example/' }],
  ['issuers', { iss: [issuer] }],
  ['no issuer', { iss: undefined }],
  ['an expired one', { exp: seconds - 60 }],
  ['no end', { exp: undefined }],
  ['an end as text', { exp: `${seconds + 600}` }],
  ['a start in the future', { nbf: seconds + 60 }],
  ['an issue in the future', { iat: seconds + 60 }],
  ['no issue', { iat: undefined }],
  ['one of the day before yesterday', { iat: seconds - 180_000 }],
  ['no subject', { sub: undefined }],
  ['an empty subject', { sub: '' }],
  ['a subject that is a list', { sub: ['ann'] }],
  ['a subject that fills the log', { sub: 'a'.repeat(129) }],
])('a token with %s is refused', async (_, claims) => {
  const verify = createVerify()
  const signed = await issueToken(claims).catch(() => undefined)
  // What jose does not even sign, is signed by hand.
  const token =
    signed ??
    forge({ alg: 'RS256', kid: 'one' }, (text) => rsaSign(text), { ...soundClaims, ...claims })
  expect(await verify(token)).toHaveProperty('refused')
})

const rsaKey = KeyObject.from(pair.privateKey)

function rsaSign(text: string): string {
  return createSign('RSA-SHA256').update(text).sign(rsaKey, 'base64url')
}

test.each([
  ['a path', '../../../dev/null'],
  ['a query', "one' OR '1'='1"],
  ['a URL', 'https://evil.example/keys'],
  ['a NUL', 'one\u0000'],
  ['another case', 'ONE'],
  ['a number', 1],
  ['an object', { one: 'one' }],
  ['the prototype', '__proto__'],
])('a key id with %s is no key', async (_, kid) => {
  const asked: unknown[] = []
  const verify = createVerify({
    fetch: (url) => {
      asked.push(String(url))
      return goodFetch(url)
    },
  })
  const token = await issueToken({}, { kid })
  const verdict = await verify(token)
  if (typeof kid === 'string') expect(verdict).toHaveProperty('refused')
  expect(new Set(asked)).toEqual(new Set([keysUrl]))
})

test('a key that the token brings along is not used', async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = await exportJWK(publicKey)
  for (const header of [
    { jwk },
    { jku: 'https://evil.example/keys' },
    { x5u: 'https://evil.example' },
    { x5c: ['MIIB'] },
  ]) {
    const token = await new SignJWT({ ...soundClaims })
      .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header } as never)
      .sign(privateKey)
    expect(await createVerify()(token)).toHaveProperty('refused')
  }
})

test.each([
  ['an unknown critical member', { crit: ['x'], x: 1 }],
  ['an unencoded payload', { crit: ['b64'], b64: false }],
  ['another algorithm of the same key', { alg: 'PS256' }],
])('a header with %s is refused', async (_, header) => {
  const token = forge({ alg: 'RS256', kid: 'one', ...header }, rsaSign)
  expect(await createVerify()(token)).toHaveProperty('refused')
})

test('a changed payload or signature is refused', async () => {
  const [header, , mac] = (await issueToken()).split('.')
  const verify = createVerify()
  expect(await verify(`${header}.${encode({ ...soundClaims, sub: 'eve' })}.${mac}`)).toHaveProperty(
    'refused',
  )
  expect(await verify(`${header}.${encode(soundClaims)}.`)).toHaveProperty('refused')
})

test.each(['', '.', '..', '...', 'a.b.c', 'e30.e30.', 'e30.bnVsbA.e30', `${'a'.repeat(9000)}.b.c`])(
  '%.20j is no token, and does no harm',
  async (text) => {
    expect(await createVerify()(text)).toHaveProperty('refused')
  },
)

test('fetched keys survive an outage for a day, and no longer', async () => {
  const hour = 3_600_000
  let clock = 0
  let isUp = true
  let asked = 0
  const fetch: Fetch = (url) => {
    asked += 1
    return isUp ? goodFetch(url) : Promise.reject(new TypeError('fetch failed'))
  }
  const verify = createVerify({ fetch, clock: () => clock })
  const token = await issueToken()
  expect(await verify(token)).toHaveProperty('id')
  isUp = false
  for (clock = hour; clock <= 24 * hour; clock += hour) {
    expect(await verify(token)).toHaveProperty('id')
  }
  expect(asked).toBeGreaterThan(20)
  clock = 24 * hour + 1
  await expect(verify(token)).rejects.toThrow(KeysUnavailableError)
  isUp = true
  clock += hour
  expect(await verify(token)).toHaveProperty('id')
})

test.each<[string, () => Promise<Response>]>([
  ['an error', () => Promise.resolve(new Response('busy', { status: 503 }))],
  ['a page', () => Promise.resolve(new Response('<html>sign in</html>'))],
  ['a redirect', () => Promise.resolve(Response.redirect('https://evil.example/keys'))],
  ['keys that are none', () => Promise.resolve(new Response('{"keys":[1]}'))],
  [
    'a key that lacks what it needs',
    () => Promise.resolve(Response.json({ keys: [{}, { kty: 'RSA', kid: 'one', alg: 'RS256' }] })),
  ],
  ['nothing', () => Promise.reject(new Error('down'))],
])('where the provider gives %s from the start, nobody is let in', async (_, answer) => {
  await expect(createVerify({ fetch: answer })(await issueToken())).rejects.toThrow(
    KeysUnavailableError,
  )
})

test('a key set that does not end is left, and the keys from before serve', async () => {
  let pulled = 0
  let isHuge = false
  const endless = (): Response =>
    new Response(
      new ReadableStream({
        pull: (controller) => {
          pulled += 1
          controller.enqueue(
            new TextEncoder().encode(pulled === 1 ? '{"keys":[' : ' '.repeat(65_536)),
          )
        },
      }),
    )
  const verify = createVerify({
    fetch: (url) => (isHuge ? Promise.resolve(endless()) : goodFetch(url)),
  })
  const token = await issueToken()
  expect(await verify(token)).toHaveProperty('id')
  isHuge = true
  expect(await verify(token)).toHaveProperty('id')
  expect(pulled).toBeLessThan(20)
})

test('a provider that is down is not asked by every request', async () => {
  let asked = 0
  const verify = createVerify({
    fetch: () => {
      asked += 1
      return Promise.reject(new Error('down'))
    },
  })
  const token = await issueToken()
  for (let i = 0; i < 50; i += 1) await verify(token).catch(() => undefined)
  expect(asked).toBe(1)
})
