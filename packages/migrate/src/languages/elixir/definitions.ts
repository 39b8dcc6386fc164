import type { SyntaxNode } from '../../syntax/syntax-node.ts'

/** Functions have names apart from those of variables: `hash = hash(text)`. */
export function functionName(name: string): string {
  return `${name}()`
}

/** What `def name(a, b) when …` stands for. */
export interface Head {
  readonly name: string
  readonly parameters: readonly SyntaxNode[]
}

export function argumentsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.find(({ type }) => type === 'arguments')?.namedChildren ?? []
}

export function headOf(definition: SyntaxNode): Head | undefined {
  const [first] = argumentsOf(definition)
  const head = first?.type === 'binary_operator' ? first.get('left') : first
  const name = head?.type === 'identifier' ? head : head?.get('target')
  if (!head || name?.type !== 'identifier') return undefined
  return { name: name.text, parameters: head === name ? [] : argumentsOf(head) }
}

/** The name of `a` and of `a \\ default`. */
export function parameterName(parameter: SyntaxNode): string {
  return (parameter.get('left') ?? parameter).text
}

/** The body of `do: value`. */
export function inlineBody(definition: SyntaxNode): SyntaxNode | undefined {
  const keywords = argumentsOf(definition).find(({ type }) => type === 'keywords')
  const pair = keywords?.namedChildren.find((each) => /^do:/.test(each.get('key')?.text ?? ''))
  return pair?.get('value')
}

const branching = /^(?:if|unless|case|cond|with|try)$/
const sections = /^(?:else|rescue|catch|after)_block$/

/** The expressions that code gives as its value: the last one, in each of its branches. */
function lastValues(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === 'stab_clause') {
    const body = node.get('right')?.namedChildren.at(-1)
    return body ? lastValues(body) : []
  }
  const block = node.type === 'call' ? doBlockOf(node) : undefined
  if (!block || !branching.test(node.get('target')?.text ?? '')) return [node]
  return valuesOf(block)
}

function valuesOf(block: SyntaxNode): readonly SyntaxNode[] {
  const inner = block.namedChildren
  const clauses = inner.filter(({ type }) => type === 'stab_clause')
  if (clauses.length > 0) return clauses.flatMap(lastValues)
  const last = inner.filter(({ type }) => !sections.test(type)).at(-1)
  const other = inner.find(({ type }) => type === 'else_block')
  return [...(last ? lastValues(last) : []), ...(other ? valuesOf(other) : [])]
}

function doBlockOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.children.find(({ type }) => type === 'do_block')
}

/** What a function gives back. */
export function returnsOf(definition: SyntaxNode): readonly SyntaxNode[] {
  const block = doBlockOf(definition)
  if (block) return valuesOf(block)
  const value = inlineBody(definition)
  return value ? lastValues(value) : []
}
