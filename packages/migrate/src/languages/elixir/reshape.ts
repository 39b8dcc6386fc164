import type { Reshape, Shape } from '../../syntax/reshape.ts'

/** Where the grammar has one type for all, the types that the rules tell apart. */
const operators: Readonly<Record<string, string>> = {
  '=': 'match_expression',
  '|>': 'pipe_expression',
}
const definitions = /^(?:def|defp|defmacro|defmacrop|test)$/

function typeOf({ type, children }: Shape, source: string): string | undefined {
  const [first] = children
  const text = (shape: Shape): string => source.slice(shape.start, shape.end)
  if (type === 'binary_operator') {
    const operator = children.find(({ field }) => field === 'operator')
    return operator && operators[text(operator)]
  }
  return type === 'call' && first?.type === 'identifier' && definitions.test(text(first))
    ? 'function_definition'
    : undefined
}

/** What is said of types is no code that runs. */
const typeAttribute = /^@(?:spec|type|typep|opaque|callback|macrocallback)\b/

/** `def … do … end` is a call like any other to the grammar, `x = y` an operator like any other. */
export const reshape: Reshape = (shape, source) => {
  const { type, field, named, start, end, children } = shape
  const isOfTypes = type === 'unary_operator' && typeAttribute.test(source.slice(start, start + 20))
  const kept = isOfTypes ? [] : children
  return { type: typeOf(shape, source) ?? type, field, named, start, end, children: kept }
}
