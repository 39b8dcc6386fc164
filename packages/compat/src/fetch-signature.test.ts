import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { EndpointError } from './endpoint-error.ts'
import { fetchSignature } from './fetch-signature.ts'

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJtbiI6IkNBTkFSWSJ9.dGhlLU1BQy1vZi1DQU5BUlk'
const meeting = { meetingNumber: '98765432101', role: 0 }

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** A real server that answers every request in one way; gives its URL. */
async function serve(handler: Handler): Promise<string> {
  const server = createServer(handler)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/signature`
}

function answering(body: string | Buffer, type = 'application/json', status = 200): Handler {
  return (_, response) => response.writeHead(status, { 'content-type': type }).end(body)
}

async function refusal(handler: Handler, options: object = {}): Promise<EndpointError> {
  const endpoint = await serve(handler)
  const error = await fetchSignature({ endpoint, ...meeting, ...options }).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(EndpointError)
  return error
}

test.each([
  ['{signature, sdkKey}, as Zoom’s sample', JSON.stringify({ signature: token, sdkKey: 'k' })],
  ['{signature} with a byte order mark', `\ufeff${JSON.stringify({ signature: token })}`],
  ['{signature} called text', JSON.stringify({ signature: token }), 'text/html'],
  ['a JSON string', JSON.stringify(token)],
  ['plain text', token, 'text/plain'],
  ['plain text with a line end', `${token}\r\n`, 'text/plain; charset=utf-8'],
  ['plain text called JSON', token],
  ['{signature} with status 201', JSON.stringify({ signature: token }), undefined, 201],
])('%s: the token', async (_, body, type?: string, status?: number) => {
  const endpoint = await serve(answering(body, type, status))
  expect(await fetchSignature({ endpoint, ...meeting })).toBe(token)
})

const html = '<!doctype html><title>Log in</title>'

test.each([
  ['an error status', answering('{"code":"mn-missing"}', undefined, 400), 'endpoint-error-status'],
  ['an error status with a token', answering(token, 'text/plain', 500), 'endpoint-error-status'],
  ['a login page', answering(html, 'text/html'), 'endpoint-answer-not-json'],
  ['nothing', answering(''), 'endpoint-answer-not-json'],
  ['status 204', (_, response) => response.writeHead(204).end(), 'endpoint-answer-not-json'],
  ['cut-off JSON', answering(`{"signature":"${token}`), 'endpoint-answer-not-json'],
  ['another name', answering(JSON.stringify({ token })), 'endpoint-signature-missing'],
  ['the token as a name', answering(`{"${token}":1}`), 'endpoint-signature-missing'],
  ['an empty signature', answering('{"signature":""}'), 'endpoint-signature-missing'],
  ['a signature of null', answering('{"signature":null}'), 'endpoint-signature-missing'],
  ['null', answering('null'), 'endpoint-signature-missing'],
  ['a list', answering(JSON.stringify([token])), 'endpoint-signature-missing'],
  ['the old signature', answering('{"signature":"eHUzSlBhQV9SSlcyLTls"}'), 'not-a-signature'],
  ['undefined as text', answering('"undefined"'), 'not-a-signature'],
  ['a token behind Bearer', answering(JSON.stringify(`Bearer ${token}`)), 'not-a-signature'],
  ['17 kB', answering(`"${'a'.repeat(17_000)}"`), 'endpoint-answer-too-large'],
  ['a hang-up', ({ socket }) => socket.destroy(), 'endpoint-unreachable'],
] as [string, Handler, string][])('%s: %3$s', async (_, handler, code) => {
  const error = await refusal(handler)
  expect(error).toMatchObject({ name: 'EndpointError', code })
  expect(error.message).toMatch(new RegExp(`\\[${code}\\]$`))
  expect(
    JSON.stringify([error.message, error.issues, error.stack, String(error.cause)]),
  ).not.toMatch(/CANARY|eyJ/)
})

test('an answer without end is left after 16 kB', async () => {
  const error = await refusal((_, response) => {
    const more = setInterval(() => response.write('a'.repeat(8_000)), 1)
    response.on('close', () => clearInterval(more))
  })
  expect(error.code).toBe('endpoint-answer-too-large')
})

test.each([
  ['says nothing', () => undefined],
  ['stops within the answer', (_, response) => response.writeHead(200).write('{"signature":')],
] as [string, Handler][])('an endpoint that %s is given up', async (_, handler) => {
  const error = await refusal(handler, { timeoutMs: 50 })
  expect(error).toMatchObject({ code: 'endpoint-timeout', status: undefined })
  expect(error.message).toBe('answer is not there after 50 ms [endpoint-timeout]')
})

test('nobody listens: the cause is kept, and the URL is not in the message', async () => {
  const endpoint = 'http://127.0.0.1:1/?key=CANARY'
  const error = await fetchSignature({ endpoint, ...meeting }).catch((thrown) => thrown)
  expect(error).toMatchObject({ code: 'endpoint-unreachable', cause: expect.any(TypeError) })
  expect(error.message).not.toContain('CANARY')
})

test('the status of an error answer can be read', async () => {
  expect(await refusal(answering('', 'text/plain', 401))).toMatchObject({
    status: 401,
    message: 'status is 401, wanted 200 [endpoint-error-status]',
  })
})

test('names of members help, those of a token’s length do not appear', async () => {
  const { message } = await refusal(answering(JSON.stringify({ jwt: 1, [token]: 1, key: 2 })))
  expect(message).toBe(
    'signature is not among the members jwt, key, wanted ' +
      '{"signature": "..."} or the token as text [endpoint-signature-missing]',
  )
})

test('the request is one POST of JSON, and nothing is in the URL', async () => {
  const seen: unknown[] = []
  const endpoint = await serve(async (request, response) => {
    const { method, url, headers } = request
    let body = ''
    for await (const chunk of request) body += chunk
    seen.push({ method, url, body, type: headers['content-type'], login: headers.authorization })
    answering(token, 'text/plain')(request, response)
  })
  const headers = { Authorization: 'Basic dTpw', 'Content-Type': 'text/plain' }
  await fetchSignature({ endpoint, meetingNumber: '845 1236 7890', role: '1', headers })
  expect(seen).toEqual([
    {
      method: 'POST',
      url: '/signature',
      body: '{"meetingNumber":"845 1236 7890","role":"1"}',
      type: 'application/json',
      login: 'Basic dTpw',
    },
  ])
})

test('fetch may be another one, and is not called as a method', async () => {
  let receiver: unknown = 'never called'
  const fetch: typeof globalThis.fetch = async function (this: unknown) {
    receiver = this
    return Response.json({ signature: token })
  }
  expect(await fetchSignature({ endpoint: '/signature', ...meeting, fetch })).toBe(token)
  expect(receiver).toBeUndefined()
})
