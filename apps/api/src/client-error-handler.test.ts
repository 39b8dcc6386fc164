import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createTestApp, problemIn } from './test-app.ts'

type App = ReturnType<typeof createTestApp>['app']

async function listen(app: App): Promise<{ readonly port: number; readonly url: string }> {
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { port: Number(new URL(url).port), url }
}

/** What comes back for these bytes until the server ends the connection. */
function exchange(port: number, bytes: string): Promise<Parameters<typeof problemIn>[0]> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (data) => {
      text += data.toString()
    })
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n')
      const [status = '', ...lines] = head.split('\r\n')
      const headers = Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2)))
      resolve({ statusCode: Number(status.split(' ')[1]), headers, body })
    })
  })
}

test.each([
  ['what is not HTTP', 'hello\r\n\r\n', 400, 'request-headers-invalid'],
  [
    'a broken header',
    'GET / HTTP/1.1\r\nhost: a\r\nb ad: c\r\n\r\n',
    400,
    'request-headers-invalid',
  ],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx',
    400,
    'request-headers-invalid',
  ],
  [
    'headers that are too long',
    `GET / HTTP/1.1\r\nhost: a\r\ncookie: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'request-headers-invalid',
  ],
] as const)('answers %s', async (_, bytes, status, code) => {
  const { app, sign } = createTestApp()
  const { port } = await listen(app)
  const problem = problemIn(await exchange(port, bytes))
  expect(problem).toMatchObject({ status, code })
  expect(sign).not.toHaveBeenCalled()
})

const start = 'POST / HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n'

test.each([
  ['headers', start],
  ['a body', `${start}content-length: 30\r\n\r\n{"meetingNumber"`],
])('gives up on %s that do not end', async (_, bytes) => {
  const { app, sign } = createTestApp({ limits: { requestMs: 200, checkMs: 50 } })
  const { port } = await listen(app)
  const problem = problemIn(await exchange(port, bytes))
  expect(problem).toMatchObject({ status: 408, code: 'request-timeout' })
  expect(sign).not.toHaveBeenCalled()
})

test('takes no more connections than the limit, and again when one has ended', async () => {
  const { app } = createTestApp({ limits: { connections: 2 } })
  const { port, url } = await listen(app)
  const sockets = [1, 2].map(() => connect(port, '127.0.0.1'))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
  })
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const third = connect(port, '127.0.0.1')
  await once(third, 'close')
  sockets[0]?.destroy()
  await vi.waitFor(async () => expect((await fetch(new URL('/healthz', url))).status).toBe(200))
})

test('reads a body of 2 MB out, so that the client gets to read the answer', async () => {
  const { app, sign } = createTestApp()
  const { url } = await listen(app)
  const headers = { 'content-type': 'application/json' }
  for (let i = 0; i < 10; i += 1) {
    const answer = await fetch(url, { method: 'POST', headers, body: 'x'.repeat(2_000_000) })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ code: 'request-body-too-large' })
  }
  expect(sign).not.toHaveBeenCalled()
})

test('reads a body without a length no longer than the limits say', async () => {
  const { app } = createTestApp({ limits: { drainedBytes: 100_000 } })
  const { port } = await listen(app)
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
  const answer = await exchange(
    port,
    `${start}transfer-encoding: chunked\r\n\r\n${chunk.repeat(3)}`,
  )
  expect(problemIn(answer)).toMatchObject({ status: 413, code: 'request-body-too-large' })
})

test('told to stop, it answers the request under way, and then ends the connection', async () => {
  const { app } = createTestApp()
  const { port } = await listen(app)
  const body = '{"meetingNumber":"1","role":0}'
  const answer = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1')
    socket.write(`${start}content-length: ${body.length}\r\n\r\n`)
    setTimeout(() => {
      void app.close()
      socket.write(body)
    }, 100)
    socket.on('data', (data) => {
      text += data.toString()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
})
