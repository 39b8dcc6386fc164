import type { ParseOptions } from './member-parsers.ts'
import type { ClaimRule, LifetimeRule, Profile } from './profiles/profile.ts'

/** The part of JSON Schema 2020-12 that the rows need. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly enum?: readonly (string | number)[]
  readonly const?: string | number
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly default?: number
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
}

const numericDate = (description: string): JsonSchema => ({
  type: 'integer',
  minimum: 0,
  description,
})

function inputProperty(rule: ClaimRule, options: ParseOptions): JsonSchema | undefined {
  const description = rule.meaning
  switch (rule.kind) {
    case 'digits':
      // Spaces and dashes are taken out by the parser, so the pattern lets them pass.
      return {
        anyOf: [
          { type: 'string', pattern: '^\\s*[0-9]+([\\s\\u2010-\\u2015-]+[0-9]+)*\\s*$' },
          { type: 'integer', minimum: 0, maximum: 10 ** rule.maxLength - 1 },
        ],
        description,
      }
    case 'choice':
      return {
        enum: options.numericStrings ? [...rule.values, ...rule.values.map(String)] : rule.values,
        description,
      }
    case 'text':
      return { type: 'string', minLength: rule.minLength, maxLength: rule.maxLength, description }
    case 'list':
      return { type: 'array', items: { enum: rule.values }, minItems: 1, description }
    default:
      return undefined
  }
}

function lifetimeProperty(rule: LifetimeRule, options: ParseOptions): JsonSchema {
  const { minimum, maximum, meaning } = rule
  const integer: JsonSchema = { type: 'integer', minimum, maximum }
  const described = { default: rule.default, description: meaning }
  return options.numericStrings
    ? { anyOf: [integer, { type: 'string', pattern: '^[1-9][0-9]*$' }], ...described }
    : { ...integer, ...described }
}

/** JSON Schema of what callers give, from the same rows as the parser. */
export function inputSchema(profile: Profile, options: ParseOptions = {}): JsonSchema {
  const properties: Record<string, JsonSchema> = {}
  const required: string[] = []
  for (const rule of profile.claims) {
    const property = inputProperty(rule, options)
    if (!property || !('input' in rule)) continue
    properties[rule.input] = property
    if (!rule.optional) required.push(rule.input)
  }
  properties[profile.lifetime.input] = lifetimeProperty(profile.lifetime, options)
  return { type: 'object', additionalProperties: false, required, properties }
}

function claimProperty(rule: ClaimRule): JsonSchema {
  const description = rule.meaning
  switch (rule.kind) {
    case 'key':
      return { type: 'string', minLength: 1, description }
    case 'digits':
      return { type: 'string', pattern: `^[0-9]{1,${rule.maxLength}}$`, description }
    case 'choice':
      return { enum: rule.values, description }
    case 'text':
      return { type: 'string', minLength: rule.minLength, maxLength: rule.maxLength, description }
    case 'list':
      return { type: 'string', description }
    case 'constant':
      return { const: rule.value, description }
    case 'issued-at':
    case 'expiry':
      return numericDate(description)
  }
}

/** JSON Schema of the payload that we sign. */
export function claimsSchema(profile: Profile): JsonSchema {
  const optional = (rule: ClaimRule): boolean => 'optional' in rule && rule.optional === true
  return {
    type: 'object',
    title: profile.title,
    additionalProperties: false,
    required: profile.claims.filter((rule) => !optional(rule)).map((rule) => rule.claim),
    properties: Object.fromEntries(profile.claims.map((rule) => [rule.claim, claimProperty(rule)])),
  }
}
