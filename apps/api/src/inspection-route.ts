import { describeValue, type Issue, type IssueCode } from '@sigshift/spec'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import { answersWithProblems } from './openapi.ts'
import { BodyError } from './problem-error.ts'

interface Asked {
  readonly token: string
  readonly sdkKey?: string
  readonly meetingNumber?: string
}

const longest = { token: 8192, sdkKey: 200, meetingNumber: 40 } as const
type Member = keyof typeof longest
const members = Object.keys(longest) as Member[]

const member = (name: Member, description: string): object => ({
  type: 'string',
  minLength: 1,
  maxLength: longest[name],
  description,
})

function issueOf(code: IssueCode, field: string, seen: string, wanted: string): Issue {
  const shown = field.length <= 24 ? field : `a name of ${field.length} characters`
  return { code, evidence: [{ field: shown, seen, wanted }] }
}

function findIssues(body: unknown): readonly Issue[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return [issueOf('request-body-invalid', 'input', describeValue(body), 'a JSON object')]
  }
  const given: Readonly<Record<string, unknown>> = { ...body }
  const issues: Issue[] = []
  for (const name of members) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    if (value === undefined && name !== 'token') continue
    const fits = typeof value === 'string' && value !== '' && value.length <= longest[name]
    const wanted = `text of 1 to ${longest[name]} characters`
    const code = value === undefined ? 'request-member-missing' : 'request-member-invalid'
    if (!fits) issues.push(issueOf(code, name, describeValue(value), wanted))
  }
  const wanted = `only ${members.join(', ')}`
  const unknown = Object.keys(given).filter((name) => !members.includes(name as Member))
  const seen = 'an unknown member'
  return [
    ...issues,
    ...unknown.map((name) => issueOf('request-member-unknown', name, seen, wanted)),
  ]
}

const validatorCompiler: FastifySchemaCompiler<unknown> = () => (body: unknown) => {
  const issues = findIssues(body)
  return issues.length > 0 ? { error: new BodyError(issues) } : { value: body as Asked }
}

const text = { type: 'string' }
const object = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})
const list = (items: object): object => ({ type: 'array', items })

const schema = {
  operationId: 'inspectToken',
  summary: 'Say what a token is, and why Zoom would refuse it',
  description: 'Takes no secret, so the MAC is never judged. Nothing is kept or sent anywhere.',
  body: {
    type: 'object',
    required: ['token'],
    additionalProperties: false,
    properties: {
      token: member('token', 'The token, or what was sent in its place.'),
      sdkKey: member('sdkKey', 'The key that should be in it.'),
      meetingNumber: member('meetingNumber', 'The number that it should open.'),
    },
    examples: [{ token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJrIiwiZXhwIjoxfQ.' }],
  },
  response: answersWithProblems(
    {
      200: {
        description: 'What was found; `issues` is empty for a sound token.',
        ...object({
          format: { enum: ['legacy', 'jwt', 'unknown'] },
          kind: text,
          summary: text,
          fields: list(object({ name: text, label: text, text })),
          issues: list(
            object({
              code: text,
              severity: text,
              title: text,
              cause: text,
              remedy: text,
              url: text,
              evidence: list({
                type: 'object',
                required: ['field', 'seen'],
                properties: { field: text, seen: text, wanted: text },
              }),
            }),
          ),
          notes: list(text),
        }),
      },
    },
    [
      'request-body-invalid',
      'not-authenticated',
      'request-body-too-large',
      'request-media-type',
      'rate-limited',
      'internal-error',
      'overloaded',
    ],
  ),
}

/** `POST /v1/inspections`: the detector, for a token that somebody has at hand. */
export function addInspectionRoute(scope: FastifyInstance, now: () => Date): void {
  scope.post<{ Body: Asked }>(
    '/v1/inspections',
    { schema, validatorCompiler },
    async ({ body: { token, sdkKey, meetingNumber } }) => {
      // Loaded by the first who asks: a signer that only signs does not carry the detector.
      const { inspect } = await import('@sigshift/legacy-detector')
      const expected = { sdkKey, meetingNumber }
      const { format, kind, explanation } = inspect(token, { currentDate: now(), expected })
      // The MAC is what makes a token work: it is not sent back, where logs and screens may keep it.
      const fields = explanation.fields.filter(({ name }) => name !== 'mac')
      return { format, kind, ...explanation, fields }
    },
  )
}
