import { Validator } from '@seriousme/openapi-schema-validator'
import { inputSchema, meetingSdk } from '@sigshift/spec'
import fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from './build-app.ts'
import { loadTestAccess } from './test-access.ts'
import { createTestApp, now } from './test-app.ts'

interface Json {
  readonly [name: string]: unknown
}

/** What stands under these names. */
function at(node: unknown, ...names: readonly string[]): Json {
  return names.reduce((inner, name) => (inner as Json)[name] as Json, node as Json)
}

async function readDocument(): Promise<Json> {
  const answer = await createTestApp().app.inject({ url: '/openapi.json' })
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  return answer.json()
}

function resolve(document: Json, schema: Json): Json {
  return typeof schema.$ref === 'string'
    ? at(document, ...schema.$ref.replace('#/', '').split('/'))
    : schema
}

/** Checks with the validator that Fastify brings along; the app itself does not use it. */
async function createChecker(): Promise<(schema: Json, value: unknown) => unknown> {
  const judge = fastify({ ajv: { customOptions: { coerceTypes: false } } })
  const verdicts: unknown[] = []
  judge.post('/', (request) => {
    const { schema, value } = request.body as { schema: Json; value: unknown }
    const validate = request.compileValidationSchema(schema)
    verdicts.push(validate(value) ? 'valid' : validate.errors)
    return {}
  })
  await judge.ready()
  return async (schema, value) => {
    await judge.inject({ method: 'POST', url: '/', body: { schema, value } })
    return verdicts.pop()
  }
}

test('is OpenAPI 3.1 in its form', async () => {
  const document = await readDocument()
  expect(document.openapi).toMatch(/^3\.1\.\d+$/)
  expect(document.info).toMatchObject({ title: 'Sigshift signer', version: expect.any(String) })
  expect(Object.keys(at(document, 'paths'))).toEqual([
    '/',
    '/v1/signatures',
    '/v1/apps/{app}/signatures',
    '/v1/video-signatures',
    '/v1/apps/{app}/video-signatures',
    '/v1/cobrowse-tokens',
    '/v1/apps/{app}/cobrowse-tokens',
    '/healthz',
    '/readyz',
  ])
  const paths = Object.values(at(document, 'paths')) as Json[]
  const operations = paths.flatMap((path) => Object.values(path) as Json[])
  expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(9)
  for (const operation of operations) {
    expect(operation.summary).toEqual(expect.any(String))
    for (const [status, response] of Object.entries(at(operation, 'responses'))) {
      expect(status).toMatch(/^[1-5]\d\d$/)
      expect(at(response).description).toMatch(/../)
      expect(Object.keys(at(response, 'content'))).toHaveLength(1)
    }
  }
  for (const [, ref = ''] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)) {
    expect(resolve(document, { $ref: ref }), ref).toHaveProperty('type')
  }
  // Keywords that OpenAPI 3.0 had and JSON Schema 2020-12 has not.
  expect(JSON.stringify(document)).not.toMatch(/"nullable"|"exclusiveM\w+":(?:true|false)/)
})

test('the request body is the schema of the rows', async () => {
  const document = await readDocument()
  expect(at(document, 'paths', '/', 'post', 'requestBody')).toMatchObject({
    required: true,
    content: {
      'application/json': { schema: inputSchema(meetingSdk, { numericStrings: true }) },
    },
  })
})

const json = { 'content-type': 'application/json' }
const sound = { meetingNumber: '84512367890', role: 0 }

test.each([
  ['POST', '/', json, JSON.stringify(sound), 200],
  ['POST', '/', json, '{}', 400],
  ['POST', '/', json, 'x', 400],
  ['POST', '/', json, 'x'.repeat(20_000), 413],
  ['POST', '/', {}, 'x', 415],
  ['GET', '/healthz', {}, undefined, 200],
] as const)(
  'the answer to %s %s %j %.30s is as it says',
  async (method, url, headers, body, status) => {
    const { app } = createTestApp()
    const document = await readDocument()
    const request = { method, url, headers, ...(body === undefined ? {} : { body }) }
    const answer = await app.inject(request)
    expect(answer.statusCode).toBe(status)
    const type = String(answer.headers['content-type']).split(';')[0] ?? ''
    const path = ['paths', url, method.toLowerCase(), 'responses', String(status), 'content', type]
    const schema = resolve(document, at(document, ...path, 'schema'))
    const check = await createChecker()
    expect(await check(schema, answer.json())).toBe('valid')
    expect(await check(schema, { x: 1 })).not.toBe('valid')
  },
)

test('the example that it shows is signed', async () => {
  const document = await readDocument()
  const path = ['paths', '/', 'post', 'requestBody', 'content', 'application/json', 'example']
  const body = at(document, ...path)
  const { app } = createTestApp()
  expect((await app.inject({ method: 'POST', url: '/', body })).statusCode).toBe(200)
})

test('is valid OpenAPI, open and closed', async () => {
  const { access } = loadTestAccess()
  const closed = buildApp({ access: () => access, config: {}, inspectionClock: () => now })
  onTestFinished(() => closed.close())
  for (const app of [createTestApp().app, closed]) {
    const document = (await app.inject({ url: '/openapi.json' })).json()
    const { valid, errors } = await new Validator().validate(document)
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
  }
})
