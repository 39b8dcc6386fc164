import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding, Language, LocalFunction } from '../language.ts'
import { bindingsAt, nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'
import { calls } from './calls.ts'
import { logs } from './logs.ts'
import { lower } from './lower.ts'
import { macNames } from './mac-calls.ts'
import { template } from './template.ts'

const scopes: ReadonlySet<string> = new Set([
  'method_declaration',
  'constructor_declaration',
  'lambda_expression',
  'static_initializer',
])

function functionOf(node: SyntaxNode): LocalFunction | undefined {
  if (node.type !== 'method_declaration') return undefined
  const parameters = (node.get('parameters')?.namedChildren ?? []).map(
    (parameter) => parameter.get('name')?.text ?? '',
  )
  const returns: SyntaxNode[] = []
  for (const inner of descendants(node)) {
    const value = inner.type === 'return_statement' ? inner.namedChildren[0] : undefined
    if (value && inner.closest(scopes) === node) returns.push(value)
  }
  return { parameters, returns }
}

/** A private constant is nobody else's; other fields may be read by a framework or a test. */
function isPrivateConstant(field: SyntaxNode): boolean {
  const modifiers = field.children.find(({ type }) => type === 'modifiers')
  const words = modifiers?.text.split(/\s+/) ?? []
  return ['private', 'static', 'final'].every((word) => words.includes(word))
}

function removalOf({ name, kind, node }: Binding): SyntaxNode | undefined {
  if (kind === 'import' || node.type === 'expression_statement') return node
  if (kind === 'function' || kind === 'parameter' || name.startsWith('this.')) return undefined
  const { parent } = node
  if (node.type === 'assignment_expression')
    return parent?.type === 'expression_statement' ? parent : undefined
  const alone = parent?.namedChildren.filter(({ type }) => type === 'variable_declarator')
  if (alone?.length !== 1) return undefined
  if (parent?.type === 'field_declaration') return isPrivateConstant(parent) ? parent : undefined
  const inBlock = parent?.parent?.type !== 'for_statement'
  return parent?.type === 'local_variable_declaration' && inBlock ? parent : undefined
}

export const java: Language = {
  name: 'java',
  extensions: ['java'],
  grammar: 'java',
  scopes,
  identifiers: new Set(['identifier', 'type_identifier']),
  expressions: new Set(['method_invocation', 'binary_expression', 'object_creation_expression']),
  statements: new Set(['expression_statement', 'return_statement', 'local_variable_declaration']),
  // Before a field no statement can stand: what is put there does not parse, so it stays as it was.
  blocks: new Set([
    'block',
    'constructor_body',
    'switch_block_statement_group',
    'class_body',
    'program',
  ]),
  bindingsAt,
  nameOf,
  callOf,
  functionOf,
  calls,
  macCalls: macNames,
  lower,
  removalOf,
  logs,
  pureCalls: new Set(['Mac.getInstance', 'new Date', 'getTime', 'getBytes', 'Charset.forName']),
  template,
}
