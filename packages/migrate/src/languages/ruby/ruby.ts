import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding, Language, LocalFunction } from '../language.ts'
import { bindingsAt, nameOf } from './bindings.ts'
import { blocks } from './blocks.ts'
import { callOf } from './call-of.ts'
import { calls } from './calls.ts'
import { lower } from './lower.ts'
import { lastValues, returnedValues } from './returns.ts'
import { template } from './template.ts'

/** Blocks see the names around them, and open a scope for their own parameters. */
const scopes: ReadonlySet<string> = new Set(['method', 'singleton_method'])

const shorthandScopes: ReadonlySet<string> = new Set([...scopes, 'program'])

function functionOf(node: SyntaxNode): LocalFunction | undefined {
  if (!scopes.has(node.type)) return undefined
  const parameters = (node.get('parameters')?.namedChildren ?? []).map(
    (parameter) => (parameter.get('name') ?? parameter).text,
  )
  const body = node.get('body')
  return {
    parameters,
    returns: [...returnedValues(node, scopes), ...(body ? lastValues(body) : [])],
  }
}

/** Whether `{ name: }` is written somewhere, which uses the variable of that name. */
function isShorthand(name: string, node: SyntaxNode): boolean {
  const method = node.closest(shorthandScopes)
  return (method?.subtree ?? []).some(
    (pair) => pair.type === 'pair' && !pair.get('value') && pair.get('key')?.text === name,
  )
}

/** Only local variables and changes to them, where each is a statement of its own. */
function removalOf({ name, kind, node }: Binding): SyntaxNode | undefined {
  if (kind === 'function' || kind === 'parameter' || /^(?:self\.|[A-Z])/.test(name))
    return kind === 'import' ? node : undefined
  const isStatement = node.parent !== undefined && blocks.has(node.parent.type)
  return isStatement && !isShorthand(name, node) ? node : undefined
}

export const ruby: Language = {
  name: 'ruby',
  extensions: ['rb', 'rake', 'ru'],
  aliases: ['irb'],
  grammar: 'ruby',
  scopes,
  identifiers: new Set(['identifier', 'constant']),
  expressions: new Set(['call', 'binary', 'string']),
  statements: new Set(['call', 'assignment', 'return', 'if', 'unless']),
  blocks,
  bindingsAt,
  nameOf,
  callOf,
  functionOf,
  calls,
  macCalls: new Set([
    'OpenSSL::HMAC.digest',
    'OpenSSL::HMAC.hexdigest',
    'OpenSSL::HMAC.base64digest',
    'digest',
    'hexdigest',
    'base64digest',
  ]),
  lower,
  removalOf,
  logs: /^(?:puts|p|pp|print|Rails\.logger\.|logger\.)\b/,
  pureCalls: new Set(['OpenSSL::Digest.new', 'new', 'to_s', 'strftime']),
  template,
}
