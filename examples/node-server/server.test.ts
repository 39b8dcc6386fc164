import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
const server = spawn(
  process.execPath,
  ['--conditions=@sigshift/source', join(import.meta.dirname, 'server.ts')],
  { env: { ZOOM_MEETING_SDK_KEY: 'example-key', ZOOM_MEETING_SDK_SECRET: secret, PORT: '0' } },
)
let url = ''

beforeAll(async () => {
  const [line] = await once(server.stdout, 'data')
  url = String(line).trim()
})
afterAll(() => server.kill())

const post = (body: string): Promise<Response> => fetch(url, { method: 'POST', body })

test('it signs for a participant, whatever role is asked for', async () => {
  const response = await post('{"meetingNumber":"845 1236 7890","role":1}')
  const { signature } = (await response.json()) as { signature: string }
  const [header, payload, mac] = signature.split('.')
  expect(mac).toBe(createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url'))
  const claims = JSON.parse(Buffer.from(payload as string, 'base64url').toString())
  expect(claims).toMatchObject({ mn: '84512367890', role: 0, appKey: 'example-key' })
})

test.each([
  ['{"meetingNumber":"next Tuesday"}', 'mn-not-digits'],
  ['{}', 'mn-missing'],
  ['{', 'request-body-invalid'],
  ['x'.repeat(5000), 'request-body-invalid'],
])('it refuses %j', async (body, code) => {
  const response = await post(body)
  expect([response.status, await response.json()]).toEqual([400, { code }])
})
