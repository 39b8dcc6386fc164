import { expect, test } from 'vitest'
import { createTestApp } from './test-app.ts'

const allowed = 'https://app.example'
const preflight = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type',
}
const body = { meetingNumber: '1', role: 0 }

function create(): ReturnType<typeof createTestApp>['app'] {
  return createTestApp({ corsOrigins: [allowed, 'http://localhost:5173'] }).app
}

test('pages of a listed origin may ask and read', async () => {
  const app = create()
  const asked = await app.inject({
    method: 'OPTIONS',
    url: '/v1/signatures',
    headers: { origin: allowed, ...preflight },
  })
  expect(asked.statusCode).toBe(204)
  expect(asked.headers).toMatchObject({
    'access-control-allow-origin': allowed,
    'access-control-allow-headers': 'authorization, content-type',
    vary: 'origin',
  })
  const answer = await app.inject({ method: 'POST', url: '/', body, headers: { origin: allowed } })
  expect(answer.headers['access-control-allow-origin']).toBe(allowed)
  expect(answer.headers).not.toHaveProperty('access-control-allow-credentials')
})

test('an error is readable too, or a front end cannot tell what is wrong', async () => {
  const headers = { origin: allowed }
  const answer = await create().inject({ method: 'POST', url: '/', body: {}, headers })
  expect(answer.statusCode).toBe(400)
  expect(answer.headers['access-control-allow-origin']).toBe(allowed)
})

test.each([
  'null',
  'https://app.example.evil',
  'https://evil.example',
  'http://app.example',
  'https://APP.example',
  'https://app.example:444',
  'https://app.example/',
  '*',
  '',
])('pages of %j may not', async (origin) => {
  const app = create()
  for (const method of ['OPTIONS', 'POST'] as const) {
    const answer = await app.inject({ method, url: '/', body, headers: { origin, ...preflight } })
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    expect(answer.headers.vary).toBe('origin')
    expect(answer.statusCode).toBe(method === 'POST' ? 200 : 405)
  }
})

test('a path that is not there has no preflight', async () => {
  const answer = await create().inject({
    method: 'OPTIONS',
    url: '/nothing',
    headers: { origin: allowed, ...preflight },
  })
  expect(answer.statusCode).toBe(404)
})
