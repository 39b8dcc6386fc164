import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Call } from '../language.ts'
import { argumentsOf, functionName } from './definitions.ts'

/** Joken gives its functions to modules of any name. */
const ofAnyModule = /^(?:generate_and_sign|encode_and_sign)!?$/

/** `Base.encode64`, `:crypto.mac`; a function of this module under its name alone. */
function calleeOf(target: SyntaxNode): Pick<Call, 'name' | 'receiver'> | undefined {
  if (target.type === 'identifier') return { name: functionName(target.text) }
  const [module, name] = [target.get('left'), target.get('right')?.text]
  if (target.type !== 'dot' || !module || name === undefined) return undefined
  if (module.text === '__MODULE__') return { name: functionName(name) }
  if (module.type !== 'alias' && module.type !== 'atom') return undefined
  if (ofAnyModule.test(name)) return { name: `Token.${name.replace('!', '')}`, receiver: module }
  return { name: `${module.text}.${name}`, receiver: module }
}

function isPiped({ parent, field }: SyntaxNode): boolean {
  return parent?.type === 'pipe_expression' && field === 'right'
}

/** `name(a, b)` after `def`, also in front of `when`. */
function isHead({ parent, field }: SyntaxNode): boolean {
  const list = parent?.type === 'binary_operator' && field === 'left' ? parent.parent : parent
  return list?.type === 'arguments' && list.parent?.type === 'function_definition'
}

function callIn(node: SyntaxNode, first: readonly SyntaxNode[], whole: SyntaxNode) {
  const target = node.type === 'call' ? node.get('target') : undefined
  const callee = target && calleeOf(target)
  return callee && { node: whole, args: [...first, ...argumentsOf(node)], ...callee }
}

/** What goes into a pipe is the first argument. */
export function callOf(node: SyntaxNode): Call | undefined {
  if (node.type !== 'pipe_expression')
    return isPiped(node) || isHead(node) ? undefined : callIn(node, [], node)
  const [left, right] = [node.get('left'), node.get('right')]
  return left && right && callIn(right, [left], node)
}

/** The value of `name: value` among the last arguments of a call. */
export function optionOf({ args }: Call, name: string): SyntaxNode | undefined {
  const pairs = args.flatMap((each) => (each.type === 'keywords' ? each.namedChildren : []))
  return pairs.find((pair) => pair.get('key')?.text.trim() === `${name}:`)?.get('value')
}
