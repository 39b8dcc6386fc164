import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import type { Unit } from './rule.ts'

export interface SecretUses {
  /** Where the secret, or a parameter that gets it, is read. */
  readonly reads: readonly SyntaxNode[]
  /** Whether it is also given to a function of the file, so that its place must stay. */
  readonly isArgument: boolean
}

const names: ReadonlySet<string> = new Set([
  'identifier',
  'property_identifier',
  'shorthand_property_identifier',
])

/** Every reading of a name, as a variable or as a member, outside its declaration. */
function readsOf(name: string, declaration: SyntaxNode, root: SyntaxNode): readonly SyntaxNode[] {
  return descendants(root).filter((node) => {
    if (node.text !== name || !names.has(node.type) || declaration.contains(node)) return false
    return node.field !== 'key' && node.parent?.type !== 'formal_parameters'
  })
}

/** The readings of the parameter that an argument becomes, where the called function is known. */
function readsAsParameter(
  read: SyntaxNode,
  { evaluator, language }: Unit,
): readonly SyntaxNode[] | undefined {
  const argument = read.field === 'property' ? read.parent : read
  const list = argument?.parent
  const call = list?.type === 'arguments' && list.parent ? evaluator.callOf(list.parent) : undefined
  const target = call && evaluator.scopes.method(call.name)?.value
  const local = target && language.functionOf(target)
  const name = local?.parameters[argument ? (call?.args.indexOf(argument) ?? -1) : -1]
  const body = target?.get('body')
  if (!name || !body) return undefined
  return descendants(body).filter((node) => node.type === 'identifier' && node.text === name)
}

/** Follows a secret from its declaration to the code that signs with it. */
export function secretUses(name: string, declaration: SyntaxNode, unit: Unit): SecretUses {
  const reads: SyntaxNode[] = []
  let isArgument = false
  for (const read of readsOf(name, declaration, unit.root)) {
    const further = readsAsParameter(read, unit)
    isArgument ||= further !== undefined
    reads.push(...(further ?? [read]))
  }
  return { reads, isArgument }
}
