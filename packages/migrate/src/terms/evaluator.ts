import type { Binding, Call, Language, LocalFunction } from '../languages/language.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { assigned } from './arithmetic.ts'
import { type Basis, Reads } from './reads.ts'
import { Scopes } from './scopes.ts'
import { isTerm, namedBy, plain, type Term, type TermOf } from './term.ts'
import { sizeOf } from './term-facts.ts'

interface Frame {
  readonly function: SyntaxNode
  readonly args: ReadonlyMap<string, Term>
}

const selfNames = /^(?:this|self|\$this|cls)$/

/** What methods of the same file are called on. */
const isOwnName = (text: string): boolean =>
  selfNames.test(text) || /^(?:static|[A-Z]\w*)$/.test(text)

const deepestFrame = 4
const deepestNode = 400
const largestTerm = 4000
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
  readonly #reads = new Reads()

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
    const term = { ...of, node, inlined: this.#isInlined(node) }
    return sizeOf(term) > largestTerm
      ? { kind: 'opaque', inputs: [], node, inlined: term.inlined }
      : term
  }

  /** Says that the node being evaluated rests on another, which has no value of its own. */
  restsOn(node: SyntaxNode): void {
    this.#trace(node)
  }

  /** Whether code stands in another function and uses that one's own names. */
  #isInlined(node: SyntaxNode): boolean {
    if (this.#frames.length === 0) return false
    return node.subtree.some((inner) => {
      if (!this.#language.identifiers.has(inner.type) || this.#isSpelledAlike(inner)) return false
      const binding = this.scopes.resolve(inner.text, inner)
      return binding !== undefined && this.scopes.scopeOf(binding) !== this.scopes.root
    })
  }

  /** Whether a parameter of a called function has the name that the caller's value has, as `self` does. */
  #isSpelledAlike({ text }: SyntaxNode): boolean {
    if (selfNames.test(text)) return true
    const given = this.#frames.at(-1)?.args.get(text)
    return given?.node.text === text && !given.inlined
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
      name:
        ownName !== undefined && Object.hasOwn(this.#language.calls, ownName) ? ownName : call.name,
    }
  }

  /** The nodes and the bindings that the value of a node rests on. */
  basisOf(node: SyntaxNode): Basis {
    return this.#reads.basisOf(node)
  }

  #trace(node: SyntaxNode): void {
    const from = this.#path.at(-1)
    if (!from) return
    if (this.#frames.length === 0) this.#reads.addDirect(from, node)
    else this.#reads.addThrough(this.#caller ?? from, node)
  }

  readonly #functions = new Map<SyntaxNode, LocalFunction | undefined>()
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
      const scope = this.scopes.scopeOf(binding)
      const frame = this.#frames.findLast((each) => each.function === scope)
      return frame?.args.get(name) ?? this.opaque(node)
    }
    return namedBy(node, this.#isInlined(node), this.#valueOf(binding, node))
  }

  #valueOf(binding: Binding, node: SyntaxNode): Term {
    const { kind, value } = binding
    this.#reads.addBinding(this.#caller ?? this.#path.at(-1) ?? node, binding)
    if (kind === 'import' || kind === 'function' || !value) return this.opaque(node)
    const term = this.term(value)
    if (kind !== 'append') return term
    const before = this.scopes.before(binding)
    this.#appends += 1
    const first =
      before && this.#appends < mostAppends ? this.#valueOf(before, node) : this.opaque(node)
    this.#appends -= 1
    return this.made(node, assigned(binding.node.get('operator')?.text, first, term))
  }

  /** The text that a value has whichever way the code goes; none where its name is given another. */
  fixedText(term: Term): string | undefined {
    const inner = plain(term)
    if (inner.kind !== 'text') return undefined
    const name = this.#language.nameOf(inner.node)
    const isFixed = name === undefined || this.scopes.visible(name, inner.node).length === 1
    return isFixed ? inner.value : undefined
  }

  #evaluateCall(call: Call): Term | TermOf | undefined {
    const local = this.#functionOf(call)
    if (local) return this.#inline(call, local)
    // A name such as `toString` is no row of the table.
    const { calls } = this.#language
    return Object.hasOwn(calls, call.name) ? calls[call.name]?.(call, this) : undefined
  }

  #functionOf(call: Call): SyntaxNode | undefined {
    const { receiver, name, node } = call
    const found = receiver ? this.scopes.method(name) : this.scopes.resolve(name, node)
    const isCalled = this.#frames.some((frame) => frame.function === found?.value)
    const binding = (isCalled && this.scopes.method(name, this.#frames)) || found
    const local = binding?.value && this.#localFunction(binding.value)
    const isOwn = !receiver || isOwnName(receiver.text) || this.#isExtension(call, local)
    return local && isOwn ? binding?.value : undefined
  }

  /** Whether a function is called on what is its first parameter, and not by the name of a module. */
  #isExtension({ receiver, node }: Call, local: LocalFunction | undefined): boolean {
    if (!receiver || local?.extends !== true || isOwnName(receiver.text)) return false
    const [first = ''] = /^\w+/.exec(receiver.text) ?? []
    return this.scopes.resolve(first, node)?.kind !== 'import'
  }

  #localFunction(node: SyntaxNode): LocalFunction | undefined {
    if (this.#functions.has(node)) return this.#functions.get(node)
    const local = this.#language.functionOf(node)
    this.#functions.set(node, local)
    return local
  }

  #inline(call: Call, target: SyntaxNode): Term | undefined {
    const local = this.#localFunction(target)
    if (!local || this.#frames.length >= deepestFrame || this.#inlinings > mostInlinings)
      return undefined
    this.#inlinings += 1
    const { receiver, args: written } = call
    const given = receiver && this.#isExtension(call, local) ? [receiver, ...written] : written
    const args = new Map<string, Term>()
    local.parameters.forEach((name, index) => {
      const arg = given[index]
      if (arg) args.set(name, this.term(arg))
    })
    return this.within(call, target, args, local.returns)
  }

  /** What a call gives whose answer is made by code inside a function: the first that is known. */
  within(
    call: Call,
    target: SyntaxNode,
    args: ReadonlyMap<string, Term>,
    answers: readonly SyntaxNode[],
  ): Term | undefined {
    const outermost = this.#frames.length === 0
    if (outermost) this.#caller = call.node
    this.#frames.push({ function: target, args })
    const terms = answers.map((node) => this.term(node))
    this.#frames.pop()
    if (outermost) this.#caller = undefined
    const told = terms.find((term) => term.kind !== 'opaque') ?? terms[0]
    if (!told) return undefined
    return { ...told, node: told.inlined ? call.node : told.node, inlined: !outermost }
  }
}
