import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { code, prose, table } from './markdown.ts'

interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly default?: unknown
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly examples?: readonly unknown[]
}

interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string
        readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
      }
    >
  >
}

interface OpenApi {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

const root = join(import.meta.dirname, '../../..')

// In a process of its own: the app is no dependency of the site, and its modules stay out of the bundle.
const program = `
import { buildApp } from './apps/api/src/index.ts'
const app = buildApp({ sign: () => '', config: { sdkKey: 'YOUR_KEY' }, inspectionClock: () => new Date(0) })
await app.ready()
const { body } = await app.inject('/openapi.json')
process.stdout.write(body)
await app.close()
`

/** The OpenAPI document of the hosted signer, from the app itself. */
function readOpenApi(): OpenApi {
  const flags = ['--conditions=@sigshift/source', '--input-type=module', '--eval', program]
  return JSON.parse(execFileSync(process.execPath, flags, { cwd: root, encoding: 'utf8' }))
}

function typeOf({
  type,
  enum: values,
  const: value,
  anyOf,
  items,
  $ref,
  pattern,
  minimum,
  maximum,
}: Schema): string {
  if ($ref) return code($ref.split('/').at(-1) ?? $ref)
  if (anyOf) return anyOf.map(typeOf).join(' or ')
  if (values) return values.map((one) => code(JSON.stringify(one))).join(', ')
  if (value !== undefined) return code(JSON.stringify(value))
  const range = minimum !== undefined && maximum !== undefined ? `, ${minimum} to ${maximum}` : ''
  const like = pattern ? ` like ${code(pattern)}` : ''
  return `${[type].flat().join(' or ')}${items ? ` of ${typeOf(items)}` : ''}${range}${like}`
}

function memberTable(schema: Schema): string {
  const rows = Object.entries(schema.properties ?? {}).map(([name, member]) => [
    code(name),
    typeOf(member),
    schema.required?.includes(name) ? 'yes' : '',
    `${prose(member.description ?? '')}${member.default === undefined ? '' : ` Default: ${code(JSON.stringify(member.default))}.`}`,
  ])
  return rows.length === 0 ? '' : `${table(['member', 'type', 'required', 'meaning'], rows)}\n`
}

function operationSection(path: string, method: string, operation: Operation): string {
  const { summary = '', description = '', requestBody, responses } = operation
  const bodies = Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => {
    const example = schema.examples?.[0]
    const shown = example ? `\n\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\`\n` : ''
    return `Request body, ${code(type)}:\n\n${memberTable(schema)}${shown}`
  })
  const answers = Object.entries(responses).map(([status, answer]) => {
    const [[type, content] = []] = Object.entries(answer.content ?? {})
    const schema = content?.schema
    return [
      status,
      prose(answer.description),
      type ? code(type) : '',
      schema?.$ref ? typeOf(schema) : '',
    ]
  })
  const success = responses['200']?.content?.['application/json']?.schema
  return `## ${method.toUpperCase()} ${path}

${prose(summary)}. ${prose(description)}

${bodies.join('\n')}
Answers:

${table(['status', 'when', 'type', 'schema'], answers)}

${success ? `Members of the answer 200:\n\n${memberTable(success)}` : ''}`
}

/** Every route of the hosted signer, from its own OpenAPI document. */
export function httpApiReference(): string {
  const { paths, components } = readOpenApi()
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationSection(path, method, operation)),
  )
  const schemas = Object.entries(components?.schemas ?? {}).map(
    ([name, schema]) =>
      `## ${schema.title ?? name}\n\n${prose(schema.description ?? '')}\n\n${memberTable(schema)}`,
  )
  return [...operations, ...schemas].join('\n')
}
