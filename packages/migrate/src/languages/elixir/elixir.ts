import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding, Language, LocalFunction } from '../language.ts'
import { bindingsAt, nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'
import { calls } from './calls.ts'
import { headOf, parameterName, returnsOf } from './definitions.ts'
import { lower } from './lower.ts'
import { reshape } from './reshape.ts'
import { template } from './template.ts'

const blocks: ReadonlySet<string> = new Set([
  'source',
  'do_block',
  'else_block',
  'rescue_block',
  'after_block',
  'body',
  'block',
])

function functionOf(node: SyntaxNode): LocalFunction | undefined {
  const head = node.type === 'function_definition' ? headOf(node) : undefined
  return head && { parameters: head.parameters.map(parameterName), returns: returnsOf(node) }
}

/** Only variables, where each is given its value by a line of its own. */
function removalOf({ kind, node }: Binding): SyntaxNode | undefined {
  const isStatement = node.parent !== undefined && blocks.has(node.parent.type)
  return kind === 'value' && node.type === 'match_expression' && isStatement ? node : undefined
}

export const elixir: Language = {
  name: 'elixir',
  extensions: ['ex', 'exs'],
  grammar: 'elixir',
  reshape,
  scopes: new Set(['function_definition', 'anonymous_function']),
  identifiers: new Set(['identifier']),
  expressions: new Set(['call', 'pipe_expression', 'binary_operator', 'string']),
  statements: new Set(['call', 'pipe_expression', 'match_expression']),
  blocks,
  bindingsAt,
  nameOf,
  callOf,
  functionOf,
  calls,
  macCalls: new Set([':crypto.mac', ':crypto.hmac']),
  lower,
  removalOf,
  logs: /^(?:IO\.(?:puts|inspect)|Logger\.\w+)\b/,
  pureCalls: new Set([
    'System.get_env',
    'System.fetch_env!',
    'Application.get_env',
    'DateTime.utc_now',
  ]),
  template,
}
