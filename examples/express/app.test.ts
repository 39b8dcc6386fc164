import { createHmac } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test, vi } from 'vitest'

const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
vi.stubEnv('ZOOM_MEETING_SDK_KEY', 'example-key')
vi.stubEnv('ZOOM_MEETING_SDK_SECRET', secret)
const { app } = await import('./app.ts')
const server = app.listen(0, '127.0.0.1')
afterAll(() => server.close())

function ask(session: string, meetingNumber: unknown): Promise<Response> {
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/signature`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${session}` },
    body: JSON.stringify({ meetingNumber, role: 1 }),
  })
}

test.each([
  ['ann-7f3a', 1],
  ['bob-91c2', 0],
])('session %s gets role %d, whatever it asks for', async (session, role) => {
  const { signature } = (await (await ask(session, '845 1236 7890')).json()) as {
    signature: string
  }
  const [header, payload, mac] = signature.split('.')
  expect(mac).toBe(createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url'))
  const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())
  expect(claims).toMatchObject({ mn: '84512367890', role, appKey: 'example-key' })
})

test.each([
  ['eve-0000', '84512367890', 401, 'endpoint-no-authentication'],
  ['bob-91c2', 'next Tuesday', 400, 'mn-not-digits'],
  ['bob-91c2', undefined, 400, 'mn-missing'],
])('session %s asking for %s gets %d', async (session, meetingNumber, status, code) => {
  const response = await ask(session, meetingNumber)
  expect([response.status, await response.json()]).toEqual([status, { code }])
})
