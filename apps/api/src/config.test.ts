import { expect, test } from 'vitest'
import { readConfig, secretNames, settings } from './config.ts'

test('without any variable there are the defaults', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    config: { host: '127.0.0.1', port: 4000, logLevel: 'info' },
  })
})

test('an empty variable counts as absent', () => {
  const names = Object.values(settings).map(({ name }) => [name, ''])
  expect(readConfig(Object.fromEntries(names))).toEqual(readConfig({}))
})

test('every variable is read', () => {
  const env = {
    ZOOM_MEETING_SDK_KEY: 'key',
    ZOOM_MEETING_SDK_SECRET: 'secret',
    HOST: '::1',
    PORT: '0',
    LOG_LEVEL: 'silent',
  }
  expect(readConfig(env)).toEqual({
    ok: true,
    config: { sdkKey: 'key', sdkSecret: 'secret', host: '::1', port: 0, logLevel: 'silent' },
  })
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
  expect(secretNames).toEqual(['ZOOM_MEETING_SDK_SECRET'])
})
