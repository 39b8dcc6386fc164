import { expect, test } from 'vitest'
import { createTestApp, now, problemIn } from './test-app.ts'

const url = '/v1/inspections'

function create(): ReturnType<typeof createTestApp> {
  return createTestApp({ inspectionClock: () => now })
}

test('is not there unless it is turned on', async () => {
  const answer = await createTestApp().app.inject({ method: 'POST', url, body: { token: 'x' } })
  expect(problemIn(answer).code).toBe('route-not-found')
})

test('says why a token is refused, in the words of the catalogue, and repeats it nowhere', async () => {
  const { app, logLines } = create()
  const token = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJrIiwiZXhwIjoxfQ.canarycanary'
  const answer = await app.inject({ method: 'POST', url, body: { token } })
  expect(answer.statusCode).toBe(200)
  const found = answer.json()
  expect(found).toMatchObject({ format: 'jwt', kind: expect.any(String) })
  expect(found.issues[0].code).toBe('rest-jwt-app-token')
  expect(found.issues[0].url).toContain('/issues/rest-jwt-app-token')
  expect(answer.body + logLines.join('')).not.toContain('canarycanary')
})

test.each([
  ['no token', {}, 'request-member-missing'],
  ['an empty token', { token: '' }, 'request-member-invalid'],
  ['a token that is a number', { token: 1 }, 'request-member-invalid'],
  ['a secret beside it', { token: 'x', secret: 'y' }, 'request-member-unknown'],
  ['a long token', { token: 'x'.repeat(8193) }, 'request-member-invalid'],
  ['a list', ['x'], 'request-body-invalid'],
])('refuses %s', async (_, body, code) => {
  const answer = await create().app.inject({ method: 'POST', url, body })
  expect(problemIn(answer)).toMatchObject({ status: 400, code })
})
