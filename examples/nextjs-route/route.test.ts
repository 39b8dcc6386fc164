import { createHmac } from 'node:crypto'
import { expect, test, vi } from 'vitest'

const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
vi.stubEnv('ZOOM_MEETING_SDK_KEY', 'example-key')
vi.stubEnv('ZOOM_MEETING_SDK_SECRET', secret)
const { POST } = await import('./route.ts')

function ask(session: string | undefined, role: number): Promise<Response> {
  const request = new Request('https://app.example/signature', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(session ? { cookie: `theme=dark; session=${session}` } : {}),
    },
    body: JSON.stringify({ meetingNumber: '845 1236 7890', role }),
  })
  return POST(request)
}

test.each([
  [undefined, 0, 401],
  ['eve-0000', 0, 401],
  ['bob-91c2', 0, 200],
  ['bob-91c2', 1, 403],
  ['ann-7f3a', 1, 200],
])('session %s asks for role %d', async (session, role, status) => {
  const response = await ask(session, role)
  expect(response.status).toBe(status)
  if (status !== 200) return
  const { signature } = (await response.json()) as { signature: string }
  const [header, payload, mac] = signature.split('.')
  expect(mac).toBe(createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url'))
  const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())
  expect(claims).toMatchObject({ mn: '84512367890', role, appKey: 'example-key' })
})
