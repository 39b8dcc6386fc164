import { execFileSync, spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'

const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
const folder = import.meta.dirname
const hasPhp = spawnSync('php', ['--version']).status === 0

function ask(number: string): { readonly status?: number; readonly signature?: string } {
  const env = {
    PATH: process.env.PATH,
    ZOOM_MEETING_SDK_KEY: 'example-key',
    ZOOM_MEETING_SDK_SECRET: secret,
  }
  const files = ['stubs.php', number, join(folder, 'routes/api.php')]
  return JSON.parse(execFileSync('php', files, { cwd: folder, env, encoding: 'utf8' }))
}

describe('the route, with stand-ins for Laravel', () => {
  beforeEach(({ skip }) => skip(!hasPhp, 'no PHP: apt-get install php-cli'))

  test.each([
    ['845 1236 7890', 1],
    ['111-222-333', 0],
  ])('for %s it signs role %d, which it looks up', (number, role) => {
    const [header, payload = '', mac] = ask(number).signature?.split('.') ?? []
    const known = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url')
    expect(mac).toBe(known)
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const mn = number.replace(/\D/g, '')
    expect(claims).toMatchObject({ mn, role, appKey: 'example-key', sdkKey: 'example-key' })
  })

  test('it refuses what is no meeting number', () => {
    expect(ask('next Tuesday')).toEqual({ status: 422 })
  })
})

test('it signs with the code that the documentation shows for PHP', () => {
  const shown = readFileSync(join(folder, '../../docs/snippets/php/sign.php'), 'utf8')
  expect(shown).toContain(readFileSync(join(folder, 'app/sign_meeting.php'), 'utf8'))
})
