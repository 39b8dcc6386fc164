import { type Issue, type IssueCode, issueCatalogue, issueUrl } from '@sigshift/spec'

/** What is wrong with one member of the body. */
export interface ProblemPart {
  readonly code: IssueCode
  /** JSON Pointer (RFC 6901) into the body; empty for the body itself. */
  readonly pointer: string
  readonly detail: string
}

/** The body of every answer that is not a success: RFC 9457, application/problem+json. */
export interface Problem {
  /** The docs page of the code. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** `urn:uuid:` and the id of the request, as in the log. */
  readonly instance: string
  readonly code: IssueCode
  readonly errors?: readonly ProblemPart[]
}

export const problemType = 'application/problem+json; charset=utf-8'

/** Codes whose status is not 400. */
const statuses: Partial<Readonly<Record<IssueCode, number>>> = {
  'not-authenticated': 401,
  'not-permitted': 403,
  'route-not-found': 404,
  'method-not-allowed': 405,
  'request-timeout': 408,
  'request-body-too-large': 413,
  'request-media-type': 415,
  'rate-limited': 429,
  'request-headers-invalid': 431,
  'internal-error': 500,
  overloaded: 503,
}

export function createProblem(
  code: IssueCode,
  detail: string,
  requestId: string,
  more: Partial<Pick<Problem, 'status' | 'errors'>> = {},
): Problem {
  return {
    type: issueUrl(code),
    title: issueCatalogue[code].title,
    status: statuses[code] ?? 400,
    detail,
    instance: `urn:uuid:${requestId}`,
    code,
    ...more,
  }
}

/** The answer must stay small where a body holds thousands of unknown members. */
const mostShown = 16

/** What the parser writes for a name that is too long to repeat. */
const unrepeated = /^a name of \d+ characters$/

function pointerOf(code: IssueCode, field: string): string {
  // The parser calls the body as a whole `input`; no member of any profile has that name.
  return code === 'request-body-invalid' || unrepeated.test(field)
    ? ''
    : `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function partOf({ code, evidence: [evidence] }: Issue): ProblemPart {
  const { field = 'input', seen = 'invalid', wanted } = evidence ?? {}
  const subject = code === 'request-body-invalid' ? 'The body' : field
  const found = seen === 'undefined' ? 'missing' : seen
  const detail = `${subject} is ${found}${wanted ? `, wanted ${wanted}` : ''}`
  return { code, pointer: pointerOf(code, field), detail }
}

/** The problem of a body that breaks rules, told member by member. */
export function createInputProblem(issues: readonly Issue[], requestId: string): Problem {
  const errors = issues.slice(0, mostShown).map(partOf)
  const rest = issues.length - errors.length
  const details = errors.map(({ detail }) => detail)
  if (rest > 0) details.push(`and ${rest} more`)
  const code = errors[0]?.code ?? 'request-body-invalid'
  return createProblem(code, `${details.join('; ')}.`, requestId, { errors })
}

const text = (description: string): object => ({ type: 'string', description })

/** The JSON Schema of {@link Problem}, for the OpenAPI document. */
export const problemSchema: object = {
  $id: 'Problem',
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: text('Address of the page that explains the code.'),
    title: text('What is wrong; the same for each answer with this code.'),
    status: { type: 'integer', description: 'The HTTP status.' },
    detail: text('What is wrong with this request, and what is wanted.'),
    instance: text('Names this answer; its UUID is the request id of the log.'),
    code: text('What is wrong, for programs.'),
    errors: {
      type: 'array',
      description: 'Each fault of the body.',
      items: {
        type: 'object',
        required: ['code', 'pointer', 'detail'],
        properties: {
          code: text('What is wrong with this member, for programs.'),
          pointer: text('JSON Pointer into the body; empty for the body itself.'),
          detail: text('What was sent, and what is wanted.'),
        },
      },
    },
  },
}
