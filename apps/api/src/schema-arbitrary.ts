import fc from 'fast-check'

/** The part of JSON Schema that the OpenAPI document has in its requests. */
export interface RequestSchema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: RequestSchema
  readonly minItems?: number
  readonly anyOf?: readonly RequestSchema[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, RequestSchema>>
}

/** Values that fit a schema. */
function fitting(schema: RequestSchema): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fitting))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const { pattern, minLength = 0, maxLength = 40, minimum, maximum } = schema
  switch (schema.type) {
    case 'integer':
      return fc.integer({
        ...(minimum === undefined ? {} : { min: minimum }),
        ...(maximum === undefined ? {} : { max: maximum }),
      })
    case 'string':
      return pattern
        ? fc.stringMatching(new RegExp(pattern)).filter((text) => text.length < 200)
        : fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) })
    case 'array':
      return fc.array(fitting(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: 14,
      })
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, one]) => [name, fitting(one)]),
        ),
        { requiredKeys: [...(schema.required ?? [])], noNullPrototype: true },
      )
    default:
      return fc.jsonValue()
  }
}

/** What people and attackers send in place of what fits. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    0,
    1,
    2,
    -1,
    '0',
    '1',
    ' 1',
    '1.0',
    1.0000001,
    1e21,
    true,
    false,
    null,
    '',
    [],
    {},
    [1],
    ['1'],
    '１',
    '\u0000',
    '84512367890',
    84512367890,
    1800,
    172_801,
    '7200',
    'constructor',
    '__proto__',
    { toString: 1 },
    { valueOf: 1 },
    { length: 1 },
    '\ud800',
  ),
  fc.jsonValue(),
)

/** Bodies as bytes: fitting, with members changed, added and renamed, any JSON, and no JSON. */
export function bodies(schema: RequestSchema): fc.Arbitrary<string> {
  const names = Object.keys(schema.properties ?? {})
  const name = fc.oneof(
    fc.constantFrom(...names, ...names.map((one) => one.toUpperCase()), 'constructor', 'toString'),
    fc.string({ maxLength: 30 }),
  )
  const fits = fitting(schema)
  const changed = fc
    .tuple(fits, fc.array(fc.tuple(name, odd), { minLength: 1, maxLength: 3 }))
    .map(([body, more]) => ({ ...(body as object), ...Object.fromEntries(more) }))
  const twice = fc
    .tuple(fits, fc.constantFrom(...names), odd)
    .map(
      ([body, member, value]) =>
        `${JSON.stringify(body).slice(0, -1)},"${member}":${JSON.stringify(value)}}`,
    )
  const text = (value: unknown): string => JSON.stringify(value)
  return fc.oneof(
    { arbitrary: fits.map(text), weight: 6 },
    { arbitrary: changed.map(text), weight: 6 },
    { arbitrary: twice, weight: 2 },
    { arbitrary: fc.jsonValue().map(text), weight: 1 },
    { arbitrary: fits.map((body) => text(body).slice(0, -1)), weight: 1 },
    { arbitrary: fc.string({ maxLength: 200 }), weight: 1 },
  )
}
