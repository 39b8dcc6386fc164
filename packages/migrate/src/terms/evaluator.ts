import type { Binding, Call, Language } from '../languages/language.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { Scopes } from './scopes.ts'
import type { Term, TermOf } from './term.ts'

interface Frame {
  readonly function: SyntaxNode
  readonly args: ReadonlyMap<string, Term>
}

const deepestFrame = 4
const deepestNode = 400
const mostInlinings = 20_000
const mostAppends = 40

/**
 * Works out what expressions of one file make: names are followed to their declarations, calls of
 * functions of the same file are replaced by what these return. Never fails; what it does not know
 * is opaque.
 */
export class Evaluator {
  readonly scopes: Scopes
  readonly #language: Language
  readonly #known = new Map<SyntaxNode, Term>()
  readonly #active = new Set<SyntaxNode>()
  readonly #path: SyntaxNode[] = []
  readonly #frames: Frame[] = []
  /** What was looked at to evaluate a node in its own function, and through inlined ones. */
  readonly #direct = new Map<SyntaxNode, Set<SyntaxNode>>()
  readonly #through = new Map<SyntaxNode, Set<SyntaxNode>>()
  readonly #bindings = new Map<SyntaxNode, Set<Binding>>()

  constructor(language: Language, root: SyntaxNode) {
    this.#language = language
    this.scopes = new Scopes(language, root)
  }

  term(node: SyntaxNode): Term {
    this.#trace(node)
    const known = this.#frames.length === 0 ? this.#known.get(node) : undefined
    if (known) return known
    if (this.#active.has(node) || this.#path.length > deepestNode) return this.opaque(node)
    this.#active.add(node)
    this.#path.push(node)
    const term = this.#evaluate(node)
    this.#path.pop()
    this.#active.delete(node)
    if (this.#frames.length === 0) this.#known.set(node, term)
    return term
  }

  opaque(node: SyntaxNode, inputs: readonly Term[] = []): Term {
    return this.made(node, { kind: 'opaque', inputs })
  }

  made(node: SyntaxNode, of: TermOf): Term {
    return { ...of, node, inlined: this.#frames.length > 0 }
  }

  /** Says that the node being evaluated rests on another, which has no value of its own. */
  restsOn(node: SyntaxNode): void {
    this.#trace(node)
  }

  /** The declaration that a node, if it is a name, refers to. */
  bindingOf(node: SyntaxNode): Binding | undefined {
    const name = this.#language.nameOf(node)
    return name === undefined ? undefined : this.scopes.resolve(name, node)
  }

  /** A call under the name that the called function has in its own module. */
  callOf(node: SyntaxNode): Call | undefined {
    const call = this.#language.callOf(node)
    if (!call || call.receiver) return call
    const binding = this.scopes.resolve(call.name, node)
    if (binding?.kind !== 'import') return call
    const ownName = /^(?:\*|default)$/.test(binding.imported ?? '*')
      ? binding.module
          ?.replace(/\.\w+$/, '')
          .split('/')
          .at(-1)
      : binding.imported
    return {
      ...call,
      name: ownName !== undefined && ownName in this.#language.calls ? ownName : call.name,
    }
  }

  /** The nodes and the bindings that the value of a node rests on. */
  basisOf(node: SyntaxNode): {
    direct: Set<SyntaxNode>
    through: Set<SyntaxNode>
    bindings: Set<Binding>
  } {
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

  #trace(node: SyntaxNode): void {
    const from = this.#path.at(-1)
    if (!from) return
    if (this.#frames.length === 0) addTo(this.#direct, from, node)
    else addTo(this.#through, this.#caller ?? from, node)
  }

  #inlinings = 0
  #appends = 0
  /** The call in the file's own flow, while functions are inlined. */
  #caller: SyntaxNode | undefined

  #evaluate(node: SyntaxNode): Term {
    const name = this.#language.nameOf(node)
    if (name !== undefined) {
      const named = this.#evaluateName(name, node)
      if (named) return named
    }
    const call = this.callOf(node)
    const lowered = (call && this.#evaluateCall(call)) ?? this.#language.lower(node, this)
    if (!lowered) return this.opaque(node)
    return isTerm(lowered) ? lowered : this.made(node, lowered)
  }

  #evaluateName(name: string, node: SyntaxNode): Term | undefined {
    const binding = this.scopes.resolve(name, node)
    if (!binding) return undefined
    if (binding.kind === 'parameter') {
      const frame = this.#frames.at(-1)
      const scope = this.scopes.scopeOf(binding)
      return (frame?.function === scope && frame.args.get(name)) || this.opaque(node)
    }
    return { ...this.#valueOf(binding, node), node, inlined: this.#frames.length > 0 }
  }

  #valueOf(binding: Binding, node: SyntaxNode): Term {
    const { kind, value } = binding
    addTo(this.#bindings, this.#caller ?? this.#path.at(-1) ?? node, binding)
    if (kind === 'import' || kind === 'function' || !value) return this.opaque(node)
    const term = this.term(value)
    if (kind !== 'append') return term
    const before = this.scopes.before(binding)
    this.#appends += 1
    const first =
      before && this.#appends < mostAppends ? this.#valueOf(before, node) : this.opaque(node)
    this.#appends -= 1
    return this.made(node, { kind: 'concat', parts: [first, term] })
  }

  #evaluateCall(call: Call): Term | TermOf | undefined {
    const local = this.#functionOf(call)
    if (local) return this.#inline(call, local)
    return this.#language.calls[call.name]?.(call, this)
  }

  #functionOf(call: Call): SyntaxNode | undefined {
    const { receiver } = call
    const own = receiver === undefined || /^(?:this|self|\$this|cls|static)$/.test(receiver.text)
    if (!own && !/^[A-Z]\w*$/.test(receiver.text)) return undefined
    const binding = this.scopes.resolve(call.name, call.node)
    if (!binding?.value) return undefined
    return this.#language.functionOf(binding.value) ? binding.value : undefined
  }

  #inline(call: Call, target: SyntaxNode): Term | undefined {
    const local = this.#language.functionOf(target)
    if (!local || this.#frames.length >= deepestFrame || this.#inlinings > mostInlinings)
      return undefined
    this.#inlinings += 1
    const args = new Map<string, Term>()
    local.parameters.forEach((name, index) => {
      const arg = call.args[index]
      if (arg) args.set(name, this.term(arg))
    })
    const outermost = this.#frames.length === 0
    if (outermost) this.#caller = call.node
    this.#frames.push({ function: target, args })
    const terms = local.returns.map((node) => this.term(node))
    this.#frames.pop()
    if (outermost) this.#caller = undefined
    const told = terms.find((term) => term.kind !== 'opaque') ?? terms[0]
    if (!told) return undefined
    return { ...told, node: told.inlined ? call.node : told.node, inlined: !outermost }
  }
}

function isTerm(lowered: Term | TermOf): lowered is Term {
  return 'node' in lowered && 'inlined' in lowered
}

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key) ?? new Set()
  set.add(value)
  map.set(key, set)
}
