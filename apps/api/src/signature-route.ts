import { InputError } from '@sigshift/signer/sync'
import { createInputParser, type InputOf, inputSchema, meetingSdk } from '@sigshift/spec'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import { answersWithProblems } from './openapi.ts'

/** What is signed, as the signer of `@sigshift/signer` takes it. */
export type MeetingInput = InputOf<typeof meetingSdk>

/** Makes a token of checked input. */
export type Sign = (input: MeetingInput) => string

/** Zoom's sample takes `"1"` for `1`; a stricter route will not. */
const dropIn = { numericStrings: true } as const
const parse = createInputParser(meetingSdk, dropIn)

// Fastify's own validator would turn `true` into 1, and so a participant into a host.
const validatorCompiler: FastifySchemaCompiler<unknown> = () => (body: unknown) => {
  const parsed = parse(body)
  if (parsed.ok) return { value: parsed.value }
  const [first, ...others] = parsed.issues
  return { error: new InputError(meetingSdk, [first as NonNullable<typeof first>, ...others]) }
}

const schema = {
  operationId: 'createSignature',
  summary: 'Sign for one meeting',
  description:
    'Takes and answers what Zoom’s auth endpoint sample does, so that a front end changes its URL and nothing else. Of a member that occurs twice, the last one counts.',
  body: {
    ...inputSchema(meetingSdk, dropIn),
    examples: [{ meetingNumber: '84512367890', role: 0 }],
  },
  response: answersWithProblems(
    {
      200: {
        description: 'The signature, for `join` of the Meeting SDK.',
        type: 'object',
        required: ['signature', 'sdkKey'],
        properties: {
          signature: { type: 'string', description: 'The JWT.' },
          sdkKey: { type: 'string', description: 'The key that it is signed for.' },
        },
      },
    },
    ['request-body-invalid', 'request-body-too-large', 'request-media-type', 'internal-error'],
  ),
}

/** `POST /`, as Zoom's sample has it. */
export function addSignatureRoute(app: FastifyInstance, sign: Sign, sdkKey: string): void {
  app.post<{ Body: MeetingInput }>('/', { schema, validatorCompiler }, ({ body }) => ({
    signature: sign(body),
    sdkKey,
  }))
}
