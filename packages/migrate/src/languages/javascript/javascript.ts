import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding, Language, LocalFunction, Range } from '../language.ts'
import { bindingsAt, isFunction, nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'
import { calls } from './calls.ts'
import { lower } from './lower.ts'
import { template } from './template.ts'

const functionTypes: ReadonlySet<string> = new Set([
  'function_declaration',
  'function_expression',
  'arrow_function',
  'generator_function',
  'generator_function_declaration',
  'method_definition',
])

function parameterNames(node: SyntaxNode): string[] {
  const single = node.get('parameter')
  if (single) return [single.text]
  return (node.get('parameters')?.namedChildren ?? []).map((parameter) => {
    const target = parameter.get('pattern') ?? parameter.get('left') ?? parameter
    return target.type === 'identifier' ? target.text : ''
  })
}

function functionOf(node: SyntaxNode): LocalFunction | undefined {
  if (!isFunction(node)) return undefined
  const body = node.get('body')
  if (!body) return undefined
  if (body.type !== 'statement_block') return { parameters: parameterNames(node), returns: [body] }
  const returns: SyntaxNode[] = []
  for (const inner of descendants(body)) {
    const value = inner.type === 'return_statement' ? inner.namedChildren[0] : undefined
    if (value && inner.closest(functionTypes) === node) returns.push(value)
  }
  return { parameters: parameterNames(node), returns }
}

const declarations = /^(?:lexical_declaration|variable_declaration)$/

/** A part of a comma list with its comma, or everything where the whole list goes. */
function listItem(
  node: SyntaxNode,
  dead: ReadonlySet<SyntaxNode>,
  whole: SyntaxNode,
): SyntaxNode | Range {
  const items = (node.parent?.namedChildren ?? []).filter(({ type }) => type === node.type)
  const living = items.filter((item) => !dead.has(item))
  if (living.length === 0) return whole
  const index = items.indexOf(node)
  const next = items[index + 1]
  if (next && living.some((item) => item.start > node.start))
    return { start: node.start, end: next.start }
  const before = living.findLast((item) => item.start < node.start)
  return { start: before?.end ?? node.start, end: node.end }
}

function importRemoval(
  binding: Binding,
  dead: ReadonlySet<SyntaxNode>,
): SyntaxNode | Range | undefined {
  const { node } = binding
  const statement = node.closest(new Set(['import_statement']))
  const names = bindingsAt(statement ?? node)
  if (statement && names.every((name) => dead.has(name.node))) return statement
  if (node.type === 'import_specifier') {
    const list = node.parent as SyntaxNode
    const clause = list.parent as SyntaxNode
    const whole = clause.namedChildren.find((part) => part !== list)
    return listItem(node, dead, whole ? ({ start: whole.end, end: list.end } as SyntaxNode) : list)
  }
  if (statement && node.type === 'identifier') {
    const clause = node.parent as SyntaxNode
    const other = clause.namedChildren.find((part) => part !== node)
    return other && { start: node.start, end: other.start }
  }
  return undefined
}

function removalOf(
  binding: Binding,
  dead: ReadonlySet<SyntaxNode>,
): SyntaxNode | Range | undefined {
  const { node } = binding
  if (node.type === 'variable_declarator') {
    const statement = node.parent
    if (!statement || !declarations.test(statement.type)) return undefined
    const exported = statement.parent?.type === 'export_statement'
    return exported ? undefined : listItem(node, dead, statement)
  }
  if (node.type === 'shorthand_property_identifier_pattern') {
    const declarator = node.closest(new Set(['variable_declarator']))
    return declarator?.parent && listItem(node, dead, declarator.parent)
  }
  if (binding.kind === 'import') return importRemoval(binding, dead)
  if (/assignment_expression$/.test(node.type)) {
    return node.parent?.type === 'expression_statement' ? node.parent : undefined
  }
  if (node.type === 'function_declaration') {
    return node.parent?.type === 'export_statement' ? undefined : node
  }
  return undefined
}

const shared = {
  scopes: functionTypes,
  identifiers: new Set([
    'identifier',
    'shorthand_property_identifier',
    'type_identifier',
    'jsx_identifier',
  ]),
  expressions: new Set([
    'call_expression',
    'new_expression',
    'template_string',
    'binary_expression',
    'array',
  ]),
  statements: new Set([
    'lexical_declaration',
    'variable_declaration',
    'expression_statement',
    'return_statement',
    'if_statement',
    'export_statement',
    'throw_statement',
  ]),
  blocks: new Set(['program', 'statement_block', 'switch_case', 'switch_default']),
  bindingsAt,
  nameOf,
  callOf,
  functionOf,
  calls,
  lower,
  removalOf,
  pureCalls: new Set(['TextEncoder', 'TextDecoder', 'Date', 'getTime', 'now', 'require']),
  template,
} as const

export const javascript: Language = {
  ...shared,
  name: 'javascript',
  extensions: ['js', 'mjs', 'cjs', 'jsx', 'es6'],
  grammar: 'javascript',
}

export const typescript: Language = {
  ...shared,
  name: 'typescript',
  extensions: ['ts', 'mts', 'cts'],
  grammar: 'typescript',
}

export const tsx: Language = { ...shared, name: 'tsx', extensions: ['tsx'], grammar: 'tsx' }
