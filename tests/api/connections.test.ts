import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { say } from './say.ts'
import { type Api, startApi } from './start-api.ts'

const body = '{"meetingNumber":"84512367890","role":0}'
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function start(): Promise<Api> {
  const api = await startApi({ env: { LOG_LEVEL: 'silent', EVENT_LOOP_DELAY_MS: '0' } })
  onTestFinished(() => void api.process.kill('SIGKILL'))
  return api
}

function open(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.on('error', () => resolve(undefined))
  })
}

async function sign(api: Api): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  return (await fetch(api.url, { method: 'POST', headers, body })).status
}

function memoryMegabytes(pid: number | undefined): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

function mostFiles(): number {
  const [, soft] = /Max open files\s+(\d+)/.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
  return Number(soft)
}

test('10,000 connections that are kept do not stop others from being answered', async (context) => {
  if (process.platform !== 'linux') context.skip('it reads /proc')
  if (mostFiles() < 10_500) context.skip(`the limit of open files is ${mostFiles()}`)
  const api = await start()
  await sign(api)
  const before = memoryMegabytes(api.process.pid)
  const request = `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  const sockets: Socket[] = []
  for (let i = 0; i < 100; i += 1) {
    const opened = await Promise.all(Array.from({ length: 100 }, () => open(api.port)))
    for (const socket of opened) {
      if (!socket) continue
      socket.resume()
      socket.write(request)
      sockets.push(socket)
    }
  }
  expect(sockets).toHaveLength(10_000)
  const started = performance.now()
  for (let i = 0; i < 20; i += 1) expect(await sign(api)).toBe(200)
  const ms = (performance.now() - started) / 20
  const grown = memoryMegabytes(api.process.pid) - before
  say(`10,000 kept connections: ${grown.toFixed(0)} MB more, ${ms.toFixed(1)} ms a new request`)
  expect(grown).toBeLessThan(400)
  for (const socket of sockets) socket.destroy()
  api.process.kill('SIGTERM')
  expect(await api.ended).toBe(0)
})

test('150 connections that ask for the largest page and do not read take no memory each', async (context) => {
  if (process.platform !== 'linux') context.skip('it reads /proc')
  const api = await start()
  const url = '/reference/js/scalar.js'
  const page = await fetch(new URL(url, api.url))
  const megabytes = (await page.arrayBuffer()).byteLength / 1e6
  const before = memoryMegabytes(api.process.pid)
  const sockets = await Promise.all(Array.from({ length: 150 }, () => open(api.port)))
  for (const socket of sockets) {
    socket?.pause()
    socket?.write(`GET ${url} HTTP/1.1\r\nhost: localhost\r\n\r\n`)
  }
  await wait(3000)
  const grown = memoryMegabytes(api.process.pid) - before
  say(`150 connections that do not read ${megabytes.toFixed(1)} MB: ${grown.toFixed(0)} MB more`)
  expect(grown).toBeLessThan(20 * megabytes)
  expect(await sign(api)).toBe(200)
  for (const socket of sockets) socket?.destroy()
})

test('open to this machine, it answers no proxy that speaks HTTP/1.0, as nginx does by itself', async () => {
  const api = await start()
  const request = withBody('/').replace('host: localhost', 'host: 127.0.0.1:4000')
  expect(await exchange(api.port, request)).toMatch(/^HTTP\/1\.1 200 /)
  const proxied = await exchange(api.port, request.replace('HTTP/1.1', 'HTTP/1.0'))
  expect(proxied).toMatch(/^HTTP\/1\.1 403 /)
  expect(proxied).not.toContain('eyJ')
})

test('200 bodies that arrive a byte a second are given up on, and others are answered meanwhile', async () => {
  const api = await start()
  const head =
    'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 400\r\n\r\n'
  let answers = 0
  const sockets = await Promise.all(Array.from({ length: 200 }, () => open(api.port)))
  for (const socket of sockets) {
    socket?.write(head)
    socket?.on('data', (data) => {
      if (data.toString().startsWith('HTTP/1.1 408')) answers += 1
    })
  }
  const timer = setInterval(() => {
    for (const socket of sockets) if (socket?.writable) socket.write(' ')
  }, 1000)
  onTestFinished(() => clearInterval(timer))
  for (let i = 0; i < 30 && answers < 200; i += 1) {
    expect(await sign(api)).toBe(200)
    await wait(500)
  }
  expect(answers).toBe(200)
})

/** What comes back for these bytes, until the connection ends or some time has passed. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const timer = setTimeout(() => socket.destroy(), 500)
    socket.on('data', (data) => {
      text += data.toString()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(text)
    })
  })
}

const withBody = (path: string, more = ''): string =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n${more}connection: close\r\n\r\n${body}`

test.each([
  ['a path with dots', withBody('/v1/apps/../signatures'), 404],
  ['a path with encoded dots', withBody('/v1/apps/%2e%2e/signatures'), 404],
  ['a path with backslashes', withBody('/v1\\apps\\meeting\\signatures'), 404],
  ['a path with two slashes', withBody('//v1/signatures'), 404],
  ['two lengths', withBody('/', 'content-length: 3\r\n'), 400],
  ['a length and chunks', withBody('/', 'transfer-encoding: chunked\r\n'), 400],
  ['a line feed in a header', withBody('/', 'x-a: b\nx-c: d\r\n'), 400],
  ['a NUL in a header', withBody('/', 'x-a: \u0000\r\n'), 400],
  ['a header that goes on', withBody('/', ' x-a: b\r\n'), 400],
])('%s is no way in', async (_, bytes, status) => {
  const api = await start()
  const answer = await exchange(api.port, bytes)
  expect(answer).not.toContain('eyJ')
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
})

test('what is asked cannot write headers or log lines of its own', async () => {
  const api = await startApi({ env: { LOG_LEVEL: 'trace' } })
  onTestFinished(() => void api.process.kill('SIGKILL'))
  const evil = '%0d%0ax-evil:%201'
  const answer = await exchange(
    api.port,
    `GET /${evil}?a=${evil} HTTP/1.1\r\nhost: localhost\r\nuser-agent: {"level":60}\r\nconnection: close\r\n\r\n`,
  )
  expect(answer).not.toMatch(/^x-evil/im)
  await api.shows(/"status":404/)
  const lines = api
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
  expect(api.output()).not.toMatch(/x-evil|"level":60/)
})
