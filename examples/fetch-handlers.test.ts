import { createHmac } from 'node:crypto'
import { expect, test, vi } from 'vitest'

const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
const credentials = { ZOOM_MEETING_SDK_KEY: 'example-key', ZOOM_MEETING_SDK_SECRET: secret }
for (const [name, value] of Object.entries(credentials)) vi.stubEnv(name, value)
const { default: bun } = await import('./bun/server.ts')
const { default: deno } = await import('./deno/server.ts')
const { app: hono } = await import('./hono/app.ts')
const { POST } = await import('./nextjs-route/route.ts')
const { default: worker } = await import('./workers/worker.ts')

const kinds = new Map([
  ['ann-7f3a', 'host'],
  ['bob-91c2', 'participant'],
])
const sessions = { get: (id: string) => Promise.resolve(kinds.get(id) ?? null) }

const handlers = {
  bun: (request: Request) => bun.fetch(request),
  deno: (request: Request) => deno.fetch(request),
  hono: (request: Request) => hono.request(request),
  'nextjs-route': POST,
  workers: (request: Request) => worker.fetch(request, { ...credentials, SESSIONS: sessions }),
}

function requestOf(session: string | undefined, role: number): Request {
  const signedIn = {
    cookie: `theme=dark; session=${session}`,
    authorization: `Bearer ${session}`,
  }
  return new Request('https://app.example/signature', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(session ? signedIn : {}) },
    body: JSON.stringify({ meetingNumber: '845 1236 7890', role }),
  })
}

for (const [example, handle] of Object.entries(handlers)) {
  test.each([
    [undefined, 0, 401],
    ['eve-0000', 0, 401],
    ['bob-91c2', 0, 200],
    ['bob-91c2', 1, 403],
    ['ann-7f3a', 1, 200],
  ])(`${example}: session %s asks for role %d`, async (session, role, status) => {
    const response = await handle(requestOf(session, role))
    expect(response.status).toBe(status)
    if (status !== 200) return
    const { signature } = (await response.json()) as { signature: string }
    const [header, payload, mac] = signature.split('.')
    expect(mac).toBe(
      createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url'),
    )
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())
    expect(claims).toMatchObject({ mn: '84512367890', role, appKey: 'example-key' })
  })
}
