import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { secretNames, settings } from './settings.ts'

test('without any variable there are the defaults', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    config: {
      host: '127.0.0.1',
      port: 4000,
      eventLoopDelayMs: 1000,
      stopDelaySeconds: 0,
      logLevel: 'info',
    },
  })
})

test('an empty variable counts as absent', () => {
  const names = Object.values(settings).map(({ name }) => [name, ''])
  expect(readConfig(Object.fromEntries(names))).toEqual(readConfig({}))
})

const everything = {
  ZOOM_MEETING_SDK_KEY: ['key', 'sdkKey', 'key'],
  ZOOM_MEETING_SDK_SECRET: ['secret', 'sdkSecret', 'secret'],
  ZOOM_VIDEO_SDK_KEY: ['vkey', 'videoKey', 'vkey'],
  ZOOM_VIDEO_SDK_SECRET: ['vsecret', 'videoSecret', 'vsecret'],
  ZOOM_COBROWSE_SDK_KEY: ['ckey', 'cobrowseKey', 'ckey'],
  ZOOM_COBROWSE_SDK_SECRET: ['csecret', 'cobrowseSecret', 'csecret'],
  ACCESS_FILE: ['access.json', 'accessFile', 'access.json'],
  OPEN_ACCESS: ['participant', 'openAccess', 'participant'],
  NODE_ENV: ['production', 'mode', 'production'],
  HOST: ['::1', 'host', '::1'],
  PORT: ['0', 'port', 0],
  TRUST_PROXY: ['10.0.0.0/8, ::1', 'trustProxy', ['10.0.0.0/8', '::1']],
  CORS_ORIGINS: [
    'https://a.example,http://b:8080',
    'corsOrigins',
    ['https://a.example', 'http://b:8080'],
  ],
  RATE_PER_ADDRESS: ['0', 'ratePerAddress', 0],
  RATE_PER_CALLER: ['60', 'ratePerCaller', 60],
  REDIS_URL: ['redis://:pw@host:6379/1', 'redisUrl', 'redis://:pw@host:6379/1'],
  METRICS_PORT: ['9464', 'metricsPort', 9464],
  METRICS_KEY: ['0123456789abcdef', 'metricsKey', '0123456789abcdef'],
  INSPECTIONS: ['on', 'inspections', 'on'],
  CLOCK_SOURCE: ['https://zoom.us/', 'clockSource', 'https://zoom.us/'],
  DOCS_FOLDER: ['../site', 'docsFolder', '../site'],
  EVENT_LOOP_DELAY_MS: ['500', 'eventLoopDelayMs', 500],
  STOP_DELAY_SECONDS: ['5', 'stopDelaySeconds', 5],
  LOG_LEVEL: ['silent', 'logLevel', 'silent'],
} as const

test('every variable is read', () => {
  const rows = Object.entries(everything)
  expect(rows.map(([name]) => name)).toEqual(Object.values(settings).map(({ name }) => name))
  const read = readConfig(Object.fromEntries(rows.map(([name, [text]]) => [name, text])))
  const wanted = Object.fromEntries(rows.map(([, [, member, value]]) => [member, value]))
  expect(read).toEqual({ ok: true, config: wanted })
})

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '4000x'],
  ['PORT', '4e3'],
  ['HOST', 'http://localhost'],
  ['HOST', 'a b'],
  ['LOG_LEVEL', 'verbose'],
  ['LOG_LEVEL', 'INFO'],
  ['OPEN_ACCESS', 'yes'],
  ['OPEN_ACCESS', 'true'],
  ['NODE_ENV', 'prod'],
  ['NODE_ENV', 'Production'],
  ['NODE_ENV', 'production '],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '*'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['TRUST_PROXY', '0.0.0.0/0'],
  ['TRUST_PROXY', '::/0'],
  ['TRUST_PROXY', '10.0.0.0/08'],
  ['TRUST_PROXY', '10.0.0.0/8/8'],
  ['CORS_ORIGINS', '*'],
  ['CORS_ORIGINS', 'null'],
  ['CORS_ORIGINS', 'https://a.example/'],
  ['CORS_ORIGINS', 'https://a.example/path'],
  ['CORS_ORIGINS', 'https://user@a.example'],
  ['CORS_ORIGINS', 'https://a.example,'],
  ['REDIS_URL', 'http://host'],
  ['REDIS_URL', 'redis://'],
  ['REDIS_URL', 'redis://:pw%zz@host'],
  ['REDIS_URL', 'redis://host/name'],
  ['REDIS_URL', 'redis://host?commandTimeout=0'],
  ['METRICS_KEY', 'short'],
  ['CLOCK_SOURCE', 'http://zoom.us/'],
  ['CLOCK_SOURCE', 'https://user:pw@zoom.us/'],
  ['RATE_PER_CALLER', '-1'],
  ['STOP_DELAY_SECONDS', '61'],
])('refuses %s=%s, and says what is wanted', (name, text) => {
  const read = readConfig({ [name]: text })
  expect(read.ok).toBe(false)
  expect(read.ok ? [] : read.faults).toEqual([expect.stringMatching(`^${name} is .+, wanted .+`)])
})

test('names every fault at once', () => {
  const read = readConfig({ PORT: 'x', LOG_LEVEL: 'x' })
  expect(read.ok ? [] : read.faults).toHaveLength(2)
})

test('the variables that hold a secret are known as such', () => {
  expect(secretNames).toEqual([
    'ZOOM_MEETING_SDK_SECRET',
    'ZOOM_VIDEO_SDK_SECRET',
    'ZOOM_COBROWSE_SDK_SECRET',
    'REDIS_URL',
    'METRICS_KEY',
  ])
})

test.each(secretNames)(
  '%s is read from a file, without the line end that is no part of it',
  (name) => {
    const files: Record<string, string> = { '/run/secrets/a': 'redis://from-a-file\r\n' }
    const read = readConfig({ [`${name}_FILE`]: '/run/secrets/a' }, (path) => files[path] ?? '')
    expect(read.ok).toBe(true)
    expect(Object.values(read.ok ? read.config : {})).toContain('redis://from-a-file')
  },
)

test('a secret and a file of it at once, or a file that is not there, is a fault without the secret', () => {
  const both = { METRICS_KEY: 'canary-canary-canary', METRICS_KEY_FILE: '/nowhere/at-all' }
  const read = readConfig(both)
  expect(read.ok ? [] : read.faults).toEqual([
    'METRICS_KEY and METRICS_KEY_FILE are both set. Set one.',
  ])
  const gone = readConfig({ METRICS_KEY_FILE: '/nowhere/at-all' })
  expect(gone.ok ? [] : gone.faults).toEqual([
    'METRICS_KEY_FILE: /nowhere/at-all cannot be read (ENOENT).',
  ])
})

test('what is no secret is not read from a file', () => {
  const read = readConfig({ HOST_FILE: '/etc/hostname' }, () => 'elsewhere')
  expect(read.ok && read.config.host).toBe('127.0.0.1')
})
