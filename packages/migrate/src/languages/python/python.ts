import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding, Language, LocalFunction, Range } from '../language.ts'
import { bindingsAt, nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'
import { calls } from './calls.ts'
import { lower } from './lower.ts'
import { template } from './template.ts'

const scopes: ReadonlySet<string> = new Set(['function_definition', 'lambda'])

function functionOf(node: SyntaxNode): LocalFunction | undefined {
  if (node.type !== 'function_definition') return undefined
  const names = (node.get('parameters')?.namedChildren ?? []).map(
    (parameter) =>
      (
        parameter.get('name') ??
        (parameter.type === 'identifier' ? parameter : parameter.namedChildren[0])
      )?.text ?? '',
  )
  const parameters = names[0] === 'self' || names[0] === 'cls' ? names.slice(1) : names
  const returns: SyntaxNode[] = []
  for (const inner of descendants(node)) {
    const value = inner.type === 'return_statement' ? inner.namedChildren[0] : undefined
    if (value && inner.closest(scopes) === node) returns.push(value)
  }
  return { parameters, returns }
}

function importRemoval(
  node: SyntaxNode,
  dead: ReadonlySet<SyntaxNode>,
): SyntaxNode | Range | undefined {
  const statement = node.parent
  if (!statement) return undefined
  const clauses = statement.children.filter((child) => child.field === 'name')
  const living = clauses.filter((clause) => !dead.has(clause))
  if (living.length === 0) return statement
  const next = clauses[clauses.indexOf(node) + 1]
  if (next && living.some((clause) => clause.start > node.start))
    return { start: node.start, end: next.start }
  const before = living.findLast((clause) => clause.start < node.start)
  return { start: before?.end ?? node.start, end: node.end }
}

function removalOf(
  { name, kind, node }: Binding,
  dead: ReadonlySet<SyntaxNode>,
): SyntaxNode | Range | undefined {
  if (kind === 'import') return importRemoval(node, dead)
  if (kind === 'parameter' || kind === 'function' || name.startsWith('self.')) return undefined
  return node.parent?.type === 'expression_statement' ? node.parent : undefined
}

export const python: Language = {
  name: 'python',
  extensions: ['py', 'pyw', 'py3'],
  aliases: ['python3'],
  grammar: 'python',
  scopes,
  identifiers: new Set(['identifier']),
  expressions: new Set(['call', 'binary_operator', 'string']),
  statements: new Set([
    'expression_statement',
    'return_statement',
    'if_statement',
    'print_statement',
  ]),
  blocks: new Set(['module', 'block']),
  bindingsAt,
  nameOf,
  callOf,
  functionOf,
  calls,
  macCalls: new Set(['digest', 'hexdigest']),
  lower,
  removalOf,
  logs: /^(?:print\b|log(?:ger|ging)?\.)/,
  pureCalls: new Set(['time', 'timestamp', 'now', 'utcnow', 'int', 'round', 'bytes']),
  template,
}
