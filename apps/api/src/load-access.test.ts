import { expect, test } from 'vitest'
import { hashKey } from './caller-keys.ts'
import { loadAccess } from './load-access.ts'
import { accessFile, createTestEdge, keys, loadTestAccess, otherSecret } from './test-access.ts'
import { now, sdkKey, sdkSecret, verifiedClaims } from './test-app.ts'

type File = Readonly<Record<string, unknown>>

function faultsOf(file: unknown, more: Parameters<typeof createTestEdge>[0] = {}): string[] {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  const loaded = loadAccess(
    createTestEdge({ ...more, files: { '/access.json': text, ...more.files } }),
  )
  return loaded.ok ? [] : [...loaded.faults]
}

test('reads apps, with the secret from a file or a variable', () => {
  const { access, files, demo, openAccess } = loadTestAccess()
  expect([...access.apps.keys()]).toEqual(['main', 'other', 'calls', 'help'])
  expect([demo, openAccess, access.open]).toEqual([false, undefined, undefined])
  expect([...files.keys()]).toEqual([
    '/access.json',
    '/run/secrets/main',
    '/run/secrets/video',
    '/run/secrets/help',
  ])
  const input = { meetingNumber: '1', role: 0, expirationSeconds: 7200 }
  const sign = (name: string): string => access.apps.get(name)?.active().sign(input) ?? ''
  expect(verifiedClaims(sign('main'))).toMatchObject({ appKey: sdkKey })
  expect(verifiedClaims(sign('other'), otherSecret)).toMatchObject({ appKey: 'other-key' })
})

test('the next pair signs from its moment on, and not before', () => {
  const at = (from: string): string => {
    const next = { sdkKey: 'next-key', sdkSecret: { env: 'OTHER_SECRET' }, from }
    const file = {
      ...accessFile,
      apps: { ...accessFile.apps, main: { ...accessFile.apps.main, next } },
    }
    const edge = createTestEdge({ files: { '/access.json': JSON.stringify(file) } })
    return loadTestAccess(edge).access.apps.get('main')?.active().sdkKey ?? ''
  }
  expect(at(new Date(now.getTime() + 1).toISOString())).toBe(sdkKey)
  expect(at(now.toISOString())).toBe('next-key')
})

test('a next pair without a moment is checked, and does not sign', () => {
  const withNext = (env: string): File => ({
    ...accessFile,
    apps: { main: { ...accessFile.apps.main, next: { sdkSecret: { env } } } },
    callers: {},
  })
  expect(faultsOf(withNext('NOT_SET'))).toEqual([
    expect.stringContaining('apps.main.next.sdkSecret is'),
  ])
  const { access } = loadTestAccess(
    createTestEdge({
      files: {
        '/access.json': JSON.stringify({ ...withNext('OTHER_SECRET'), identityProviders: {} }),
      },
      env: { ACCESS_FILE: '/access.json', OTHER_SECRET: otherSecret },
    }),
  )
  expect(access.apps.get('main')?.active().sdkKey).toBe(sdkKey)
})

const policyOf = (policy: unknown): File => ({
  ...accessFile,
  callers: { web: { keys: [hashKey(keys.web)], policy } },
})
const providerOf = (more: object): File => ({
  ...accessFile,
  identityProviders: { idp: { ...accessFile.identityProviders.idp, ...more } },
})

test.each<[string, unknown, string]>([
  ['no JSON', '{', 'the access file is not JSON.'],
  ['a list', [], 'the access file is an array, wanted an object.'],
  ['an unknown member', { ...accessFile, caller: {} }, 'the access file.caller is not known'],
  ['a secret in the file', { apps: { a: { sdkKey, sdkSecret } } }, 'apps.a.sdkSecret is a text'],
  ['an app in capitals', { apps: { Main: accessFile.apps.main } }, 'apps has a name that is not'],
  ['an app called __proto__', '{"apps":{"__proto__":{}}}', 'apps has a name that is not'],
  [
    'a key that is no hash',
    { callers: { a: { keys: [keys.web] } } },
    'callers.a.keys[0] is a text',
  ],
  ['no keys', { callers: { a: {} } }, 'callers.a.keys is missing, wanted a list'],
  [
    'a role that is none',
    policyOf({ roles: ['admin'] }),
    'policy.roles is an array, wanted a list of',
  ],
  ['no roles', policyOf({ roles: [] }), 'policy.roles is an array'],
  ['a misspelt rule', policyOf({ role: ['host'] }), 'policy.role is not known'],
  [
    'a number that is none',
    policyOf({ meetingNumbers: ['next Tuesday'] }),
    'meetingNumbers is an array',
  ],
  ['an empty list of numbers', policyOf({ meetingNumbers: [] }), 'meetingNumbers is an array'],
  ['a claim of a key', policyOf({ meetingNumberClaim: 'mn' }), 'has no claims'],
  [
    'a lifetime beyond Zoom’s',
    policyOf({ maxLifetimeSeconds: 172_801 }),
    'maxLifetimeSeconds is 172801',
  ],
  ['a lifetime below Zoom’s', policyOf({ maxLifetimeSeconds: 1800 }), 'maxLifetimeSeconds is 1800'],
  ['a rate of none', policyOf({ ratePerMinute: 0 }), 'ratePerMinute is 0'],
  ['an app that is not there', policyOf({ apps: ['nowhere'] }), 'a policy names an app'],
  ['HS256', providerOf({ algorithms: ['HS256'] }), 'algorithms is an array'],
  ['alg none', providerOf({ algorithms: ['none'] }), 'algorithms is an array'],
  [
    'keys over HTTP',
    providerOf({ keysUrl: 'http://idp.example/keys' }),
    'keysUrl is a text, wanted an address with https',
  ],
  ['keys from a file', providerOf({ keysUrl: 'file:///etc/passwd' }), 'keysUrl is a text'],
  [
    'a name twice, of which the last would count',
    `{"apps":{},"callers":{"a":{"keys":[],"policy":{"roles":["participant"],"roles":["host"]}}}}`,
    'a name twice in one object',
  ],
  [
    'a key of two callers',
    { ...accessFile, callers: { a: { keys: [hashKey('k')] }, b: { keys: [hashKey('k')] } } },
    'callers has a key twice',
  ],
  [
    'a rule that limits nothing',
    policyOf({ sessionNames: ['daily'] }),
    'policy has a rule for sessionName, and no "video" in products',
  ],
  [
    'a claim that limits nothing',
    providerOf({ policies: [{ products: ['video'], meetingNumberClaim: 'mn' }] }),
    'policies[0] has a rule for meetingNumber',
  ],
  ...[
    1,
    1_800_000_000,
    null,
    '1',
    'soon 5',
    '2027-01-15',
    '2027-01-15T06:00:00',
    '2027-13-01T00:00:00Z',
  ].map((from): [string, unknown, string] => [
    `a moment of ${JSON.stringify(from)}`,
    {
      ...accessFile,
      apps: {
        main: { ...accessFile.apps.main, next: { sdkSecret: { env: 'OTHER_SECRET' }, from } },
      },
    },
    'apps.main.next.from is',
  ]),
  ['no policies', providerOf({ policies: [] }), 'policies is an array'],
  ['no audience', providerOf({ audience: undefined }), 'audience is missing'],
])('refuses %s', (_, file, fault) => {
  const faults = faultsOf(file)
  expect(faults).toContainEqual(expect.stringContaining(fault))
  expect(faults.join('\n')).not.toContain(sdkSecret)
})

test.each([
  ['UTF-16', Buffer.from(`\ufeff${sdkSecret}`, 'utf16le').toString()],
  ['another line', `${sdkSecret}\n${sdkSecret}`],
  ['a NUL', `${sdkSecret}\0${sdkSecret}`],
])('a secret file with %s is a fault, without it', (_, text) => {
  const faults = faultsOf(accessFile, { files: { '/run/secrets/main': text } })
  expect(faults).toEqual([expect.stringMatching(/^apps\.main\.sdkSecret has characters that no/)])
  expect(faults.join()).not.toContain(sdkSecret)
})

test('a caller whose only key was taken away gets nothing, and nobody else does', async () => {
  const callers = { web: { keys: [] } }
  const file = JSON.stringify({ apps: accessFile.apps, callers })
  const { access, openAccess } = loadTestAccess(createTestEdge({ files: { '/access.json': file } }))
  expect([access.open, openAccess]).toEqual([undefined, undefined])
  expect(await access.authenticate(keys.web)).toEqual({ refused: 'key-unknown' })
})

test('a byte order mark in front of the file is no part of it', () => {
  expect(faultsOf(`\ufeff${JSON.stringify(accessFile)}`)).toEqual([])
})

test('says which files it read, and those that it could not', () => {
  const edge = createTestEdge({ files: { '/run/secrets/main': undefined as never } })
  const loaded = loadAccess(edge)
  expect(loaded.ok).toBe(false)
  expect([...loaded.files.keys()]).toContain('/run/secrets/main')
  expect(JSON.stringify([...loaded.files])).not.toContain('canary')
})

test('one port for two things is a fault', () => {
  const env = { ACCESS_FILE: '/access.json', OTHER_SECRET: otherSecret }
  const ports = { PORT: '4000', METRICS_PORT: '4000' }
  expect(faultsOf(accessFile, { env: { ...env, ...ports } })).toEqual([
    'METRICS_PORT and PORT are both 4000. Set another.',
  ])
  expect(faultsOf(accessFile, { env: { ...env, PORT: '0', METRICS_PORT: '0' } })).toEqual([])
})

test('a secret that cannot be read or used is a fault, without it', () => {
  expect(
    faultsOf(accessFile, { files: { '/run/secrets/main': undefined as never } }),
  ).toContainEqual('/run/secrets/main cannot be read (ENOENT).')
  const faults = faultsOf(accessFile, { files: { '/run/secrets/main': `"${sdkSecret}"` } })
  expect(faults).toEqual([expect.stringMatching(/^apps\.main\.sdkSecret is surrounded by quotes/)])
  expect(faults.join()).not.toContain(sdkSecret)
})

test.each([
  [
    'an access file without callers, in production',
    { NODE_ENV: 'production' },
    'NODE_ENV is production',
  ],
  ['an access file without callers, on every address', { HOST: '0.0.0.0' }, 'HOST is 0.0.0.0'],
])('does not start with %s', (_, env, fault) => {
  const edge = createTestEdge({
    env: { ACCESS_FILE: '/access.json', OTHER_SECRET: otherSecret, ...env },
    files: { '/access.json': JSON.stringify({ apps: accessFile.apps }) },
  })
  const loaded = loadAccess(edge)
  expect(loaded.ok ? [] : loaded.faults).toEqual([expect.stringContaining(fault)])
})

test('the environment and the file cannot have an app of the same name', () => {
  const env = {
    ACCESS_FILE: '/access.json',
    OTHER_SECRET: otherSecret,
    ZOOM_MEETING_SDK_KEY: sdkKey,
    ZOOM_MEETING_SDK_SECRET: sdkSecret,
  }
  const apps = { ...accessFile.apps, meeting: accessFile.apps.main }
  expect(faultsOf({ ...accessFile, apps }, { env })).toEqual([
    'apps.meeting has the name of the app of the environment.',
  ])
  expect(faultsOf(accessFile, { env })).toEqual([])
})
