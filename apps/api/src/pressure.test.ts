import { expect, test, vi } from 'vitest'
import { createTestApp, problemIn } from './test-app.ts'

function blockEventLoop(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

test('a process that is behind with its work signs nothing and says when to come again', async () => {
  const { app, sign } = createTestApp({ limits: { eventLoopDelayMs: 1 } })
  await app.ready()
  const payload = { meetingNumber: '84512367890', role: 0 }
  const answer = await vi.waitFor(
    async () => {
      blockEventLoop(100)
      sign.mockClear()
      const response = await app.inject({ method: 'POST', url: '/', payload })
      expect(response.statusCode).toBe(503)
      return response
    },
    { timeout: 10_000, interval: 20 },
  )
  expect(problemIn(answer).code).toBe('overloaded')
  expect(answer.headers['retry-after']).toBe('5')
  expect(sign).not.toHaveBeenCalled()

  const ready = await app.inject({ url: '/readyz' })
  expect([ready.statusCode, ready.body]).toEqual([503, expect.stringContaining('busy')])
  expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200)
})
