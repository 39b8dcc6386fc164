import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding, Language } from '../language.ts'
import { bindingsAt, nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'
import { calls } from './calls.ts'
import { functionOf, scopes } from './functions.ts'
import { lower } from './lower.ts'
import { reshape } from './reshape.ts'
import { template } from './template.ts'

const blocks: ReadonlySet<string> = new Set(['block'])

/** Only local variables and changes to them, where each is a statement of its own. */
function removalOf({ kind, node }: Binding): SyntaxNode | undefined {
  if (kind !== 'value' && kind !== 'append') return undefined
  const { parent } = node
  const statement = node.type === 'expression_statement' ? node : parent
  const isAlone = statement?.namedChildren.length === 1
  const isStatement = /^(?:expression_statement|local_variable_declaration)$/.test(
    statement?.type ?? '',
  )
  return isStatement && isAlone && blocks.has(statement?.parent?.type ?? '') ? statement : undefined
}

export const dart: Language = {
  name: 'dart',
  extensions: ['dart'],
  grammar: 'dart',
  reshape,
  scopes,
  identifiers: new Set(['identifier', 'identifier_dollar_escaped']),
  expressions: new Set([
    'call_expression',
    'member_expression',
    'index_expression',
    'additive_expression',
    'string_literal',
  ]),
  statements: new Set(['expression_statement', 'local_variable_declaration', 'return_statement']),
  blocks,
  bindingsAt,
  nameOf,
  callOf,
  functionOf,
  calls,
  macCalls: new Set(['convert']),
  lower,
  removalOf,
  logs: /^(?:print|debugPrint|log|developer\.log|_?log(?:ger)?\.\w+)\s*\(/,
  pureCalls: new Set(['DateTime.now', 'toString', 'StringBuffer()', 'Hmac()', 'utf8.encode']),
  template,
}
