import { createHmac } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { expect, test, vi } from 'vitest'

const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
vi.stubEnv('ZOOM_MEETING_SDK_KEY', 'example-key')
vi.stubEnv('ZOOM_MEETING_SDK_SECRET', secret)
const { app } = await import('./app.ts')

function ask(session: string, meetingNumber: unknown): Promise<LightMyRequestResponse> {
  return app.inject({
    method: 'POST',
    url: '/signature',
    headers: { authorization: `Bearer ${session}` },
    payload: { meetingNumber, role: 1 },
  })
}

test.each([
  ['ann-7f3a', 1],
  ['bob-91c2', 0],
])('session %s gets role %d, whatever it asks for', async (session, role) => {
  const { signature } = (await ask(session, '845 1236 7890')).json()
  const [header, payload, mac] = signature.split('.')
  expect(mac).toBe(createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url'))
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  expect(claims).toMatchObject({ mn: '84512367890', role, appKey: 'example-key' })
})

test.each([
  ['eve-0000', '84512367890', 401, 'endpoint-no-authentication'],
  ['bob-91c2', 'next Tuesday', 400, 'mn-not-digits'],
  ['bob-91c2', true, 400, 'mn-not-digits'],
])('session %s asking for %s gets %d', async (session, meetingNumber, status, code) => {
  const response = await ask(session, meetingNumber)
  expect([response.statusCode, response.json()]).toEqual([status, { code }])
})
