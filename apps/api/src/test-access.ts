import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { createKey, hashKey } from './caller-keys.ts'
import { type AccessEdge, type Loaded, loadAccess } from './load-access.ts'
import { createRemoteKeys } from './remote-keys.ts'
import { now, sdkKey, sdkSecret } from './test-app.ts'

export const issuer = 'https://idp.example'
export const audience = 'sigshift'
export const keysUrl = 'https://idp.example/keys'

/** Caller keys as people hold them; only their hashes are in the file. */
export const keys: Readonly<Record<'web' | 'webNext' | 'staff', string>> = {
  web: createKey(),
  webNext: createKey(),
  staff: createKey(),
}

interface TestFile {
  readonly apps: Readonly<Record<'main' | 'other' | 'calls' | 'help', object>>
  readonly callers: object
  readonly identityProviders: { readonly idp: object }
}

export const accessFile: TestFile = {
  apps: {
    main: { sdkKey, sdkSecret: { file: '/run/secrets/main' } },
    other: { sdkKey: 'other-key', sdkSecret: { env: 'OTHER_SECRET' } },
    calls: { product: 'video', sdkKey: 'video-key', sdkSecret: { file: '/run/secrets/video' } },
    help: { product: 'cobrowse', sdkKey: 'help-key', sdkSecret: { file: '/run/secrets/help' } },
  },
  callers: {
    web: { keys: [hashKey(keys.web), hashKey(keys.webNext)], policy: { apps: ['main'] } },
    staff: {
      keys: [hashKey(keys.staff)],
      policy: {
        products: ['meeting', 'video', 'cobrowse'],
        roles: ['participant', 'host', 'customer', 'agent'],
        maxLifetimeSeconds: 172_800,
      },
    },
  },
  identityProviders: {
    idp: {
      issuer,
      audience,
      algorithms: ['RS256'],
      keysUrl,
      policies: [
        { when: { claim: 'groups', has: 'teachers' }, roles: ['participant', 'host'] },
        { when: { claim: 'kind', has: 'guest' }, meetingNumberClaim: 'meeting' },
      ],
    },
  },
}

export const otherSecret = 'other7canary2secret9of5the3other'

const files: Readonly<Record<string, string>> = {
  '/access.json': JSON.stringify(accessFile),
  '/run/secrets/main': `${sdkSecret}\n`,
  '/run/secrets/video': 'video7canary2secret9of5the3video',
  '/run/secrets/help': 'help47canary2secret9of5the3help4',
}

/** The edge with files in memory and a fixed moment. */
export function createTestEdge(more: Partial<AccessEdge> & { files?: object } = {}): AccessEdge {
  const all: Readonly<Record<string, string>> = { ...files, ...more.files }
  return {
    env: { ACCESS_FILE: '/access.json', OTHER_SECRET: otherSecret },
    readText: (path) => {
      const text = all[path]
      if (text === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' })
      return text
    },
    now: () => now,
    createSecret: () => 'demo7secret2of5the9test4',
    keysOf: (url) => createRemoteKeys(url, { clock: () => now.getTime() }),
    ...more,
  }
}

export function loadTestAccess(edge: AccessEdge = createTestEdge()): Loaded {
  const loaded = loadAccess(edge)
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'))
  return loaded
}

export const pair: Awaited<ReturnType<typeof generateKeyPair>> = await generateKeyPair('RS256', {
  extractable: true,
})
const publicJwk = await exportJWK(pair.publicKey)
export const keySet: string = JSON.stringify({ keys: [{ ...publicJwk, kid: 'one', alg: 'RS256' }] })

const seconds = now.getTime() / 1000

export const soundClaims: Readonly<Record<string, unknown>> = {
  iss: issuer,
  aud: audience,
  sub: 'ann',
  groups: ['teachers'],
  iat: seconds - 10,
  exp: seconds + 600,
}

/** A token of the identity provider; `undefined` takes a claim out. */
export function issueToken(
  claims: Readonly<Record<string, unknown>> = {},
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const all = Object.entries({ ...soundClaims, ...claims }).filter(
    ([, value]) => value !== undefined,
  )
  return new SignJWT(Object.fromEntries(all) as JWTPayload)
    .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
    .sign(pair.privateKey)
}
