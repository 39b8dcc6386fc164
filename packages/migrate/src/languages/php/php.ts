import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding, Call, Language, LocalFunction, Range } from '../language.ts'
import { bindingsAt, nameOf } from './bindings.ts'
import { calls } from './calls.ts'
import { lower } from './lower.ts'
import { template } from './template.ts'

const files: ReadonlySet<string> = new Set(['program'])

const scopes: ReadonlySet<string> = new Set([
  'function_definition',
  'method_declaration',
  'anonymous_function',
  'arrow_function',
])

function callOf(node: SyntaxNode): Call | undefined {
  const args = node.get('arguments')?.namedChildren ?? []
  if (node.type === 'function_call_expression') {
    const name = node.get('function')?.text.replace(/^.*\\/, '')
    return name ? { node, name, args } : undefined
  }
  if (node.type !== 'member_call_expression' && node.type !== 'scoped_call_expression')
    return undefined
  const receiver = node.get('object') ?? node.get('scope')
  const name = node.get('name')?.text
  return name ? { node, name, receiver, args } : undefined
}

function functionOf(node: SyntaxNode): LocalFunction | undefined {
  if (!scopes.has(node.type)) return undefined
  const parameters = (node.get('parameters')?.namedChildren ?? []).map(
    (parameter) => parameter.get('name')?.text ?? '',
  )
  const body = node.get('body')
  const returns: SyntaxNode[] = []
  for (const inner of body ? descendants(body) : []) {
    const value = inner.type === 'return_statement' ? inner.namedChildren[0] : undefined
    if (value && inner.closest(scopes) === node) returns.push(value)
  }
  return { parameters, returns }
}

/** With what is said of it; nobody else can call it, unless its name is a text somewhere. */
function privateMethod(node: SyntaxNode): Range | undefined {
  const isPrivate = node.children.some(
    ({ type, text }) => type === 'visibility_modifier' && text === 'private',
  )
  const siblings = node.parent?.children ?? []
  const before = siblings[siblings.indexOf(node) - 1]
  const name = node.get('name')?.text ?? ''
  const isNamed = new RegExp(`['"]${name}['"]`).test(node.closest(files)?.text ?? '')
  if (!isPrivate || isNamed) return undefined
  return { start: before?.type === 'comment' ? before.start : node.start, end: node.end }
}

function removalOf({ name, kind, node }: Binding): SyntaxNode | Range | undefined {
  if (name.startsWith('$this->') || name.startsWith('const.') || kind === 'parameter')
    return undefined
  if (node.type === 'function_definition') return undefined
  if (node.type === 'method_declaration') return privateMethod(node)
  return node.parent?.type === 'expression_statement' ? node.parent : undefined
}

export const php: Language = {
  name: 'php',
  extensions: ['php', 'phtml', 'inc', 'php5', 'php7', 'module', 'ctp'],
  grammar: 'php',
  scopes,
  identifiers: new Set(['variable_name']),
  members: new Set(['name']),
  expressions: new Set([
    'function_call_expression',
    'member_call_expression',
    'scoped_call_expression',
    'binary_expression',
    'encapsed_string',
  ]),
  statements: new Set([
    'expression_statement',
    'return_statement',
    'echo_statement',
    'if_statement',
  ]),
  blocks: new Set(['program', 'compound_statement', 'case_statement', 'default_statement']),
  bindingsAt,
  nameOf,
  callOf,
  functionOf,
  calls,
  macCalls: new Set(['hash_hmac']),
  lower,
  removalOf,
  logs: /^(?:error_log|var_dump|print_r)\b/,
  pureCalls: new Set(['time', 'microtime', 'getTimestamp', 'DateTime', 'DateTimeZone']),
  template,
}
