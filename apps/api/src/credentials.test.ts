import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { type CredentialsResult, chooseCredentials, demoKey } from './credentials.ts'
import { isLoopback } from './setting.ts'
import type { Config } from './settings.ts'
import { sdkKey, sdkSecret } from './test-app.ts'

function choose(config: Partial<Config>): CredentialsResult {
  const base = readConfig({})
  if (!base.ok) throw new Error('the defaults are not usable')
  return chooseCredentials({ ...base.config, ...config }, () => 'random')
}

function faultsOf(config: Partial<Config>): readonly string[] {
  const chosen = choose(config)
  return chosen.ok ? [] : chosen.faults
}

test('takes a key and its secret, on any address', () => {
  const credentials = { sdkKey, sdkSecret }
  expect(choose({ sdkKey, sdkSecret, host: '0.0.0.0' })).toEqual({
    ok: true,
    apps: [{ name: 'meeting', product: 'meeting', credentials }],
    demo: false,
  })
})

test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('has demo credentials on %s', (host) => {
  expect(isLoopback(host)).toBe(true)
  const credentials = { sdkKey: demoKey, sdkSecret: 'random' }
  expect(choose({ host })).toEqual({
    ok: true,
    apps: ['meeting', 'video', 'cobrowse'].map((name) => ({ name, product: name, credentials })),
    demo: true,
  })
})

test.each(['0.0.0.0', '::', '192.168.0.1', '127.0.0.1.example.com', 'localhost.example.com'])(
  'has none on %s',
  (host) => {
    expect(faultsOf({ host })).toEqual([expect.stringContaining(`HOST is ${host}`)])
  },
)

test('refuses one without the other', () => {
  expect(faultsOf({ sdkKey })).toEqual([
    expect.stringMatching(/^ZOOM_MEETING_SDK_SECRET is not set/),
  ])
  expect(faultsOf({ sdkSecret })).toEqual([
    expect.stringMatching(/^ZOOM_MEETING_SDK_KEY is not set/),
  ])
})

test.each([
  ['secret-whitespace', { sdkKey, sdkSecret: `${sdkSecret}\n` }],
  ['secret-quoted', { sdkKey, sdkSecret: `"${sdkSecret}"` }],
  ['key-whitespace', { sdkKey: ` ${sdkKey}`, sdkSecret }],
  ['placeholder-key', { sdkKey: 'YOUR_SDK_KEY', sdkSecret }],
  ['placeholder-secret', { sdkKey, sdkSecret: 'SDK_SECRET_HERE' }],
  ['secret-is-key', { sdkKey: sdkSecret, sdkSecret }],
])('explains %s without repeating the secret', (code, config) => {
  const faults = faultsOf(config)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(new RegExp(`^ZOOM_MEETING_SDK_\\w+ is .+/issues/${code}$`))
  expect(faults[0]).not.toContain(sdkSecret)
})

test('an app of another SDK is enough, and then there is no demo', () => {
  expect(choose({ videoKey: sdkKey, videoSecret: sdkSecret })).toMatchObject({
    ok: true,
    apps: [{ name: 'video', product: 'video' }],
    demo: false,
  })
  expect(faultsOf({ cobrowseKey: sdkKey })).toEqual([
    expect.stringMatching(/^ZOOM_COBROWSE_SDK_SECRET is not set/),
  ])
})
