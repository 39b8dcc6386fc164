import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { call } from '../../testing/call.ts'

const secret = 'canaryQx7vR2mK9pLw4TzB6nYc8HdJ3s'
const env = { ZOOM_MEETING_SDK_KEY: 'kZ3xWq8vTn2LbYc5RmHp', ZOOM_MEETING_SDK_SECRET: secret }
const clock = () => new Date(1_795_500_000_000)
const meeting = ['--meeting-number', '845 1236 7890', '--role', '1']

function claimsOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}

test('nothing but the token goes to standard output, and it verifies', async () => {
  const { exitCode, stdout, stderr } = await call(['sign', ...meeting], { env, clock })
  expect([exitCode, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]{43}\n$/)
  const token = stdout.trim()
  const [header, payload, mac] = token.split('.')
  const wanted = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url')
  expect(mac).toBe(wanted)
  const iat = 1_795_500_000 - 30
  expect(claimsOf(token)).toEqual({
    appKey: env.ZOOM_MEETING_SDK_KEY,
    sdkKey: env.ZOOM_MEETING_SDK_KEY,
    mn: '84512367890',
    role: 1,
    iat,
    exp: iat + 7200,
    tokenExp: iat + 7200,
  })
})

test('options reach the claims, and options come before the environment', async () => {
  const argv = [
    '--expiration-seconds',
    '3600',
    '--video-webrtc-mode',
    '1',
    '--key',
    'anotherKey0123456789',
    '--secret-env',
    'OTHER',
  ]
  const { stdout } = await call(['sign', ...meeting, ...argv], {
    env: { ...env, OTHER: 'another-secret-9876543210' },
    clock,
  })
  const claims = claimsOf(stdout) as Record<string, number>
  expect(claims).toMatchObject({ appKey: 'anotherKey0123456789', video_webrtc_mode: 1 })
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600)
})

describe('refused', () => {
  test.each([
    ['no credentials', meeting, {}, 'ZOOM_MEETING_SDK_KEY'],
    ['no secret', [...meeting, '--key', 'k'], {}, 'no SDK secret'],
    ['no role', ['--meeting-number', '84512367890'], env, '--role'],
    ['no meeting number', ['--role', '0'], env, '--meeting-number'],
    ['a role that is none', ['--meeting-number', '84512367890', '--role', '2'], env, '0, 1'],
    ['a number that is none', ['--meeting-number', 'abc', '--role', '0'], env, 'meetingNumber'],
    [
      'half an hour to the second',
      [...meeting, '--expiration-seconds', '1800'],
      env,
      'lifetime-at-minimum',
    ],
    ['no number of seconds', [...meeting, '--expiration-seconds', '2h'], env, 'expirationSeconds'],
    [
      'a placeholder',
      meeting,
      { ...env, ZOOM_MEETING_SDK_SECRET: 'YOUR_SECRET_HERE' },
      'placeholder-secret',
    ],
    ['the secret as an argument', [...meeting, '--secret', secret], env, '--secret-file'],
  ])('%s', async (_, argv, environment, told) => {
    const { exitCode, stdout, stderr } = await call(['sign', ...argv], { env: environment, clock })
    expect(exitCode).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(told)
    expect(stderr).not.toContain(secret)
  })
})
