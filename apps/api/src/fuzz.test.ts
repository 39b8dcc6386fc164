import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import Schema from 'typebox/schema'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from './build-app.ts'
import { createRemoteKeys } from './remote-keys.ts'
import { bodies, type RequestSchema } from './schema-arbitrary.ts'
import { createTestEdge, issueToken, keySet, keys, loadTestAccess } from './test-access.ts'
import { now } from './test-app.ts'

const runs = Number(process.env.SIGSHIFT_API_FUZZ_RUNS ?? 2000)

interface Operation {
  readonly path: string
  readonly method: string
  readonly body?: RequestSchema
  /** By status and media type. */
  readonly answers: ReadonlyMap<string, { readonly Check: (value: unknown) => boolean }>
}

interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>
}

interface Json {
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content: Content }>>
}
type Content = Readonly<
  Record<string, { readonly schema: RequestSchema & { readonly $ref?: string } }>
>

function readOperations({ components, paths }: OpenApi): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody, responses }]) => {
      const answers = Object.entries(responses).flatMap(([status, { content }]) =>
        Object.entries(content).map(([type, { schema }]) => {
          const resolved = schema.$ref
            ? components.schemas[schema.$ref.split('/').at(-1) ?? '']
            : schema
          return [`${status} ${type}`, Schema.Compile((resolved ?? {}) as object)] as const
        }),
      )
      const body = requestBody?.content['application/json']?.schema
      return {
        path,
        method: method.toUpperCase(),
        answers: new Map(answers),
        ...(body ? { body } : {}),
      }
    }),
  )
}

async function createApp(): Promise<FastifyInstance> {
  const keysOf = (url: string): ReturnType<typeof createRemoteKeys> =>
    createRemoteKeys(url, { clock: () => 0, fetch: () => Promise.resolve(new Response(keySet)) })
  const { access } = loadTestAccess(createTestEdge({ keysOf }))
  const app = buildApp({ access: () => access, config: {}, inspectionClock: () => now })
  onTestFinished(() => app.close())
  await app.ready()
  return app
}

interface Claims {
  readonly appKey?: string
  readonly app_key?: string
  readonly mn?: string
  readonly role?: number
  readonly iat: number
  readonly exp: number
}

const isMeeting = ({ appKey, role }: Claims): boolean => appKey !== undefined && role !== undefined
const isWithin = ({ iat, exp }: Claims, most: number): boolean =>
  exp - iat <= most && exp - iat >= 1800

/** What each may have, written down a second time and by hand. */
const callers = {
  nobody: { token: undefined, may: () => false },
  stranger: { token: `sgs_${'x'.repeat(43)}`, may: () => false },
  web: {
    token: keys.web,
    may: (claims: Claims) =>
      isMeeting(claims) &&
      claims.role === 0 &&
      claims.appKey === 'xu3JPaA_RJW2-9l5_HAaLA' &&
      isWithin(claims, 7200),
  },
  staff: { token: keys.staff, may: (claims: Claims) => isWithin(claims, 172_800) },
  teacher: {
    token: await issueToken(),
    may: (claims: Claims) => isMeeting(claims) && isWithin(claims, 7200),
  },
  guest: {
    token: await issueToken({ groups: undefined, kind: 'guest', meeting: '84512367890' }),
    may: (claims: Claims) =>
      isMeeting(claims) &&
      claims.role === 0 &&
      claims.mn === '84512367890' &&
      isWithin(claims, 7200),
  },
  expired: { token: await issueToken({ exp: 1, iat: 0 }), may: () => false },
} as const

type Name = keyof typeof callers

test(`${runs} requests made of the OpenAPI document: none fails, none goes beyond its policy, all are as documented`, async () => {
  const app = await createApp()
  const operations = readOperations((await app.inject({ url: '/openapi.json' })).json())
  expect(operations.filter(({ body }) => body)).toHaveLength(8)
  const apps = fc.constantFrom(
    'main',
    'other',
    'calls',
    'help',
    'nowhere',
    '__proto__',
    '%00',
    'a%2fb',
  )
  const types = fc.oneof(
    { arbitrary: fc.constant('application/json'), weight: 20 },
    {
      arbitrary: fc.constantFrom('text/plain', 'application/json; charset=utf-8', 'x', ''),
      weight: 1,
    },
  )
  const request = fc.constantFrom(...operations).chain((operation) =>
    fc.record({
      operation: fc.constant(operation),
      caller: fc.constantFrom(...(Object.keys(callers) as Name[])),
      name: apps,
      type: types,
      body: operation.body ? bodies(operation.body) : fc.constant(undefined),
    }),
  )
  const seen = new Map<string, number>()
  const signed = new Map<Name, number>()

  await fc.assert(
    fc.asyncProperty(request, async ({ operation, caller, name, type, body }) => {
      const { token, may } = callers[caller]
      const { method, path, answers } = operation
      const answer = await app.inject({
        method: method as 'POST',
        url: path.replace('{app}', name),
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': type }),
        },
        ...(body === undefined ? {} : { body }),
      })
      const { statusCode, headers } = answer
      const media = String(headers['content-type']).split(';')[0] ?? ''
      expect(statusCode).toBeLessThan(500)
      const documented = answers.get(`${statusCode} ${media}`)
      expect(documented, `${method} ${path} ${statusCode} ${media}`).toBeDefined()
      const json = answer.json()
      expect(documented?.Check(json), answer.body).toBe(true)
      seen.set(`${statusCode}`, (seen.get(`${statusCode}`) ?? 0) + 1)
      const made: string | undefined =
        json.signature ?? (path.includes('cobrowse') ? json.token : undefined)
      if (made === undefined) return
      const [, payload = ''] = made.split('.')
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
      expect(may(claims), `${caller} got ${JSON.stringify(claims)}`).toBe(true)
      signed.set(caller, (signed.get(caller) ?? 0) + 1)
    }),
    { numRuns: runs },
  )
  expect(signed.get('staff') ?? 0).toBeGreaterThan(runs / 200)
  expect([...seen.keys()]).toEqual(
    expect.arrayContaining(['200', '201', '400', '401', '403', '404', '415']),
  )
}, 600_000)
