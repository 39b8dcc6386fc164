import { InputError } from '@sigshift/signer/sync'
import { createInputParser, inputSchema, type ParseOptions } from '@sigshift/spec'
import type { FastifyInstance, FastifyRequest, FastifySchemaCompiler } from 'fastify'
import { type AccessSource, findApp, type Pair } from './access.ts'
import { answersWithProblems } from './openapi.ts'
import { findBreach, withinLifetime } from './policy.ts'
import { ProblemError } from './problem-error.ts'
import { type Product, productNames, products, type Values } from './products.ts'
import type { SendToken } from './send-token.ts'

/** Zoom's sample takes `"1"` for `1`; the routes below `/v1` do not. */
const dropIn: ParseOptions = { numericStrings: true }

// Fastify's own validator would turn `true` into 1, and so a participant into a host.
function createValidator(
  { profile }: Product,
  options: ParseOptions,
): FastifySchemaCompiler<unknown> {
  const parse = createInputParser(profile, options)
  return ({ httpPart }) => {
    if (httpPart !== 'body') return (value: unknown) => ({ value })
    return (body: unknown) => {
      const parsed = parse(body)
      if (parsed.ok) return { value: parsed.value }
      return { error: new InputError(profile, parsed.issues) }
    }
  }
}

const codes = [
  'request-body-invalid',
  'not-authenticated',
  'not-permitted',
  'route-not-found',
  'request-body-too-large',
  'request-media-type',
  'rate-limited',
  'internal-error',
  'overloaded',
] as const

const text = (description: string): object => ({ type: 'string', description })
const sdkKeyMember = text('The key that it is signed for.')

const examples: Readonly<Record<Product['name'], Values>> = {
  meeting: { meetingNumber: '84512367890', role: 0 },
  video: { sessionName: 'stand-up', role: 0 },
  cobrowse: { userId: 'customer-7', role: 1 },
}

const dropInSchema = {
  operationId: 'createSignature',
  summary: 'Sign for one meeting',
  description:
    'Takes and answers what Zoom’s auth endpoint sample does, so that a front end changes its URL and nothing else. Of a member that occurs twice, the last one counts.',
  body: { ...inputSchema(products.meeting.profile, dropIn), examples: [examples.meeting] },
  response: answersWithProblems(
    {
      200: {
        description: 'The signature, for `join` of the Meeting SDK.',
        type: 'object',
        required: ['signature', 'sdkKey'],
        properties: { signature: text('The JWT.'), sdkKey: sdkKeyMember },
      },
    },
    codes,
  ),
}

const params = {
  type: 'object',
  required: ['app'],
  properties: { app: text('The name of the app, as the access file has it.') },
}

function strictSchema({ name, profile, noun, token }: Product, ofApp: boolean): object {
  return {
    operationId: ofApp ? `create${noun}OfApp` : `createStrict${noun}`,
    summary: `Make a ${profile.title}${ofApp ? ' of a named app' : ''}`,
    description:
      'Numbers are numbers here: `"1"` is no role. A member that occurs twice is refused.',
    ...(ofApp ? { params } : {}),
    body: { ...inputSchema(profile), examples: [examples[name]] },
    response: answersWithProblems(
      {
        201: {
          description: 'The token, and when it ends.',
          type: 'object',
          required: [token, 'sdkKey', 'expiresAt'],
          properties: {
            [token]: text('The JWT.'),
            sdkKey: sdkKeyMember,
            expiresAt: { ...text('The time of its `exp`.'), format: 'date-time' },
          },
        },
      },
      codes,
    ),
  }
}

/** Judges a request and gives what signs it; the decision stays with the request. */
function permit(access: AccessSource, request: FastifyRequest, product: Product): [Values, Pair] {
  const { name } = product
  const present = access()
  const caller = request.caller ?? present.open
  if (!caller) throw new ProblemError('not-authenticated', 'There is no caller.')
  const { app: appName } = request.params as { readonly app?: string }
  const values = withinLifetime(caller, name, request.body as Values)
  const app = findApp(present, caller, name, appName)
  const breach = findBreach(caller, name, values)
  const decided = breach ? breach.rule : caller.rule
  request.signing = { product: name, app: app?.name, values, rule: app ? decided : 'app' }
  if (!app) {
    const detail = `There is no such app of the ${product.profile.title} here for this caller.`
    throw new ProblemError('route-not-found', detail)
  }
  if (breach) throw new ProblemError('not-permitted', breach.detail)
  return [values, app.active()]
}

function expiryOf(token: string): string {
  const [, payload = ''] = token.split('.')
  const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp: number }
  return new Date(exp * 1000).toISOString()
}

/** `POST /` as Zoom's sample has it. */
export function addDropInRoute(
  scope: FastifyInstance,
  access: AccessSource,
  sendToken: SendToken,
): void {
  const { meeting } = products
  scope.post(
    '/',
    {
      schema: dropInSchema,
      config: { signs: true },
      validatorCompiler: createValidator(meeting, dropIn),
    },
    (request, reply) => {
      const [values, { sign, sdkKey }] = permit(access, request, meeting)
      sendToken(reply, 200, `{"signature":"${sign(values)}","sdkKey":${JSON.stringify(sdkKey)}}`)
    },
  )
}

/** Each product's own path, for the caller's app and by name. */
export function addStrictRoutes(
  scope: FastifyInstance,
  access: AccessSource,
  sendToken: SendToken,
): void {
  for (const product of productNames.map((name) => products[name])) {
    const validatorCompiler = createValidator(product, {})
    for (const ofApp of [false, true]) {
      scope.post(
        ofApp ? `/v1/apps/:app/${product.path}` : `/v1/${product.path}`,
        { schema: strictSchema(product, ofApp), config: { signs: true }, validatorCompiler },
        (request, reply) => {
          const [values, { sign, sdkKey }] = permit(access, request, product)
          const token = sign(values)
          const rest = `"sdkKey":${JSON.stringify(sdkKey)},"expiresAt":"${expiryOf(token)}"`
          sendToken(reply, 201, `{"${product.token}":"${token}",${rest}}`)
        },
      )
    }
  }
}
