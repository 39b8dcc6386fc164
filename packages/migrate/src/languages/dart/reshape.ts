import type { Reshape, Shape } from '../../syntax/reshape.ts'

const selectors: ReadonlySet<string> = new Set([
  'selector',
  'unconditional_assignable_selector',
  'conditional_assignable_selector',
  'cascade_section',
])
const signatures: ReadonlySet<string> = new Set(['method_signature', 'function_signature'])

function retyped({ field, named, start, end, children }: Shape, type: string): Shape {
  return { type, field, named, start, end, children }
}

/** A node around its two parts, in the place of the first. */
function around(type: string, first: Shape, last: Shape): Shape {
  const { field, start } = first
  const children = [{ ...kept(first), field: 'object' }, last]
  return { type, field, named: true, start, end: last.end, children, made: true }
}

function kept({ type, field, named, start, end, children, made = false }: Shape): Shape {
  return { type, field, named, start, end, children, made }
}

/** What a selector makes of what it follows: a call, a member, an item. */
function typeWith(selector: Shape): string {
  if (selector.type === 'cascade_section') return 'cascade_expression'
  const inner = selector.type === 'selector' ? selector.children[0] : selector
  if (inner?.type === 'argument_part') return 'call_expression'
  const isItem = inner?.children.some(({ type }) => type === 'index_selector')
  if (isItem) return 'index_expression'
  return inner?.named ? 'member_expression' : 'non_null_expression'
}

/** `a.b(c)`, which the grammar leaves as `a`, `.b` and `(c)` in a row, as expressions. */
function chained(children: readonly Shape[]): readonly Shape[] {
  const grouped: Shape[] = []
  for (const child of children) {
    const last = grouped.at(-1)
    if (last?.named && selectors.has(child.type))
      grouped[grouped.length - 1] = around(typeWith(child), last, child)
    else if (last && signatures.has(last.type) && child.type === 'function_body')
      grouped[grouped.length - 1] = {
        ...around('function_declaration', last, child),
        children: [last, child],
      }
    else grouped.push(child)
  }
  return grouped
}

/** Names of members, functions and arguments are no uses of variables. */
const nameTypes: Readonly<Record<string, string>> = {
  unconditional_assignable_selector: 'member_name',
  conditional_assignable_selector: 'member_name',
  cascade_selector: 'member_name',
  function_signature: 'function_name',
  label: 'label_name',
}

export const reshape: Reshape = (shape, source) => {
  const ofClass = /\b[A-Z]\w*$/.test(source.slice(Math.max(0, shape.start - 80), shape.start))
  const name = ofClass ? undefined : nameTypes[shape.type]
  const named = shape.children.map((child) =>
    name !== undefined && child.type === 'identifier' ? retyped(child, name) : child,
  )
  const type = shape.type === 'lambda_expression' ? 'function_declaration' : shape.type
  return { ...retyped(shape, type), children: chained(named) }
}
