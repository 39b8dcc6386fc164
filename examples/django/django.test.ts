import { execFileSync, spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'

const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
const folder = import.meta.dirname

// Debian's Django belongs to Debian's Python, which need not be the first on the PATH.
const python = ['/usr/bin/python3', 'python3', 'python'].find(
  (one) => spawnSync(one, ['-c', 'import django']).status === 0,
)

interface Answer {
  readonly status: number
  readonly signature?: string
}

function ask(session: string, number: string): Answer {
  const printed = execFileSync(python ?? '', ['ask.py', session, number], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ZOOM_MEETING_SDK_KEY: 'example-key',
      ZOOM_MEETING_SDK_SECRET: secret,
      PYTHONDONTWRITEBYTECODE: '1',
    },
  })
  return JSON.parse(printed)
}

describe('Django', () => {
  beforeEach(({ skip }) => skip(python === undefined, 'no Django: apt-get install python3-django'))

  test.each([
    ['ann-7f3a', 1],
    ['bob-91c2', 0],
  ])('session %s gets role %d, whatever it asks for', (session, role) => {
    const [header, payload = '', mac] = ask(session, '845 1236 7890').signature?.split('.') ?? []
    const known = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url')
    expect(mac).toBe(known)
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    expect(claims).toMatchObject({ mn: '84512367890', role, appKey: 'example-key' })
  })

  test.each([
    ['eve-0000', '84512367890', 401],
    ['bob-91c2', 'next Tuesday', 400],
  ])('session %s asking for %s gets %d', (session, number, status) => {
    expect(ask(session, number)).toEqual({ status })
  })
})

test('it signs with the code that the documentation shows for Python', () => {
  const shown = readFileSync(join(folder, '../../docs/snippets/python/sign.py'), 'utf8')
  const [, body] = readFileSync(join(folder, 'zoom.py'), 'utf8').split('def base64url')
  expect(shown).toContain(body)
})
