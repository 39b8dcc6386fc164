import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { base64Calls } from '../java/base64-calls.ts'
import { jwtCallsBy } from '../java/jwt-calls.ts'
import { logs } from '../java/logs.ts'
import { macCalls, macNames } from '../java/mac-calls.ts'
import { timeCalls } from '../java/time-calls.ts'
import type { Binding, CallLowering, Language } from '../language.ts'
import { bindingsAt, nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'
import { functionOf, scopes } from './functions.ts'
import { lower } from './lower.ts'
import { given, objectCalls, statementOf } from './object-calls.ts'
import { reshape } from './reshape.ts'
import { template } from './template.ts'
import { textCalls } from './text-calls.ts'

/** Java's library with Kotlin's own. Without a prototype, so that `x.valueOf()` is not found there. */
const calls: Readonly<Record<string, CallLowering>> = Object.assign(
  Object.create(null) as Record<string, CallLowering>,
  timeCalls,
  base64Calls,
  macCalls,
  textCalls,
  objectCalls,
  jwtCallsBy(given, statementOf),
)

/** A private constant is nobody else's; other properties may be read elsewhere. */
function isPrivateConstant(node: SyntaxNode): boolean {
  const modifiers = node.children.find(({ type }) => type === 'modifiers')
  return /\bprivate\b/.test(modifiers?.text ?? '') && /\bconst\b/.test(modifiers?.text ?? '')
}

function removalOf({ name, kind, node }: Binding): SyntaxNode | undefined {
  if (kind === 'import') return node
  if (kind === 'function' || kind === 'parameter' || name.startsWith('this.')) return undefined
  const isStatement = node.parent?.type === 'statements'
  const isWhole = /^(?:property_declaration|assignment|call_expression)$/.test(node.type)
  return isWhole && (isStatement || isPrivateConstant(node)) ? node : undefined
}

export const kotlin: Language = {
  name: 'kotlin',
  extensions: ['kt', 'kts'],
  grammar: 'kotlin',
  reshape,
  scopes,
  identifiers: new Set(['simple_identifier', 'interpolated_identifier', 'type_identifier']),
  expressions: new Set(['call_expression', 'additive_expression', 'string_literal']),
  statements: new Set(['property_declaration', 'assignment', 'call_expression', 'jump_expression']),
  blocks: new Set(['statements']),
  bindingsAt,
  nameOf,
  callOf,
  functionOf,
  calls,
  macCalls: macNames,
  lower,
  removalOf,
  logs: new RegExp(`${logs.source}|^(?:println|print|Timber\\.)`, 'i'),
  pureCalls: new Set(['Mac.getInstance', 'new Date', 'toByteArray', 'System.getenv']),
  template,
}
