import { InputError } from '@sigshift/signer/sync'
import { describeValue } from '@sigshift/spec'
import type { FastifyError, FastifyRequest } from 'fastify'
import type { Limits } from './limits.ts'
import { createInputProblem, createProblem, type Problem } from './problem.ts'
import { BodyError, ProblemError, RepeatedMemberError } from './problem-error.ts'

function bodyProblem(seen: string, requestId: string, wanted = 'a JSON object'): Problem {
  const evidence = { field: 'input', seen, wanted }
  return createInputProblem([{ code: 'request-body-invalid', evidence: [evidence] }], requestId)
}

/** What Fastify says of a body that it could not read. */
const unreadable: Readonly<Record<string, string>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'empty',
  // Also the answer to members that would change a prototype: `__proto__`, `constructor.prototype`.
  FST_ERR_CTP_INVALID_JSON_BODY: 'not JSON, or has a member named `__proto__`',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'not as long as `content-length` says',
  ECONNRESET: 'cut short',
}

/** Turns what was thrown while a request was handled into its answer. Quotes no error message. */
export function problemOfError(
  error: Pick<FastifyError, 'code'>,
  request: FastifyRequest,
  { bodyBytes }: Limits,
): Problem {
  const { id, body, headers } = request
  if (error instanceof ProblemError) {
    const { code, detail, status } = error
    return createProblem(code, detail, id, status === undefined ? {} : { status })
  }
  if (error instanceof InputError || error instanceof BodyError) {
    return body === undefined ? bodyProblem('empty', id) : createInputProblem(error.issues, id)
  }
  if (error instanceof RepeatedMemberError) {
    const seen = `an object that has ${describeValue(error.member)} twice`
    return bodyProblem(seen, id, 'each member once')
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const detail = `The body is larger than ${bodyBytes} bytes, the most that is read.`
    return createProblem('request-body-too-large', detail, id)
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const seen = headers['content-type'] ? describeValue(headers['content-type']) : 'missing'
    const detail = `\`content-type\` is ${seen}, wanted \`application/json\`.`
    return createProblem('request-media-type', detail, id)
  }
  const seen = unreadable[error.code]
  return seen === undefined
    ? createProblem('internal-error', 'The log has the cause, under the id in `instance`.', id)
    : bodyProblem(seen, id)
}
