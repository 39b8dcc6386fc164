import type { Binding } from '../languages/language.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'

/** What the value of a node rests on. */
export interface Basis {
  /** Nodes of its own function. */
  readonly direct: ReadonlySet<SyntaxNode>
  /** Nodes of the functions that it calls. */
  readonly through: ReadonlySet<SyntaxNode>
  readonly bindings: ReadonlySet<Binding>
}

function addTo<V>(map: Map<SyntaxNode, Set<V>>, key: SyntaxNode, value: V): void {
  const set = map.get(key) ?? new Set()
  set.add(value)
  map.set(key, set)
}

/** Keeps what was looked at to evaluate each node. */
export class Reads {
  readonly #direct = new Map<SyntaxNode, Set<SyntaxNode>>()
  readonly #through = new Map<SyntaxNode, Set<SyntaxNode>>()
  readonly #bindings = new Map<SyntaxNode, Set<Binding>>()

  addDirect(from: SyntaxNode, node: SyntaxNode): void {
    addTo(this.#direct, from, node)
  }

  addThrough(from: SyntaxNode, node: SyntaxNode): void {
    addTo(this.#through, from, node)
  }

  addBinding(from: SyntaxNode, binding: Binding): void {
    addTo(this.#bindings, from, binding)
  }

  basisOf(node: SyntaxNode): Basis {
    const direct = new Set<SyntaxNode>()
    const through = new Set<SyntaxNode>()
    const bindings = new Set<Binding>()
    const open = [node]
    for (let next = open.pop(); next; next = open.pop()) {
      if (direct.has(next)) continue
      direct.add(next)
      open.push(...(this.#direct.get(next) ?? []))
      for (const inner of this.#through.get(next) ?? []) through.add(inner)
      for (const binding of this.#bindings.get(next) ?? []) bindings.add(binding)
    }
    direct.delete(node)
    return { direct, through, bindings }
  }
}
