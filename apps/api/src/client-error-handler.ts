import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { FastifyServerOptions } from 'fastify'
import { createProblem, type Problem, problemType } from './problem.ts'

function problemOf(code: string, requestId: string): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return createProblem('request-headers-invalid', 'The headers are too long.', requestId)
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return createProblem(
        'request-body-too-large',
        'The chunk extensions are too long.',
        requestId,
      )
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return createProblem('request-timeout', 'The request did not end in time.', requestId)
    default:
      return createProblem('request-headers-invalid', 'This is not HTTP/1.1.', requestId, {
        status: 400,
      })
  }
}

/** Answers what Node's HTTP parser refuses before there is a request; the connection ends with it. */
export const clientErrorHandler: NonNullable<FastifyServerOptions['clientErrorHandler']> = (
  error,
  socket,
) => {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const problem = problemOf(error.code, randomUUID())
  const body = JSON.stringify(problem)
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      `content-type: ${problemType}`,
      `content-length: ${Buffer.byteLength(body)}`,
      'cache-control: no-store',
      'connection: close',
      '',
      body,
    ].join('\r\n'),
    () => socket.destroy(),
  )
}
