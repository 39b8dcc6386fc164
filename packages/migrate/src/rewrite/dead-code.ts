import type { Binding, Language, Range } from '../languages/language.ts'
import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import type { Evaluator } from '../terms/evaluator.ts'
import { wholeLines } from './removals.ts'

function inside(ranges: readonly Range[], node: Range): boolean {
  return ranges.some((range) => range.start <= node.start && node.end <= range.end)
}

/** A name in an import names something there, not here. */
function isImported({ parent }: SyntaxNode): boolean {
  return [parent, parent?.parent].some((node) => node?.type.startsWith('import') === true)
}

/** Finds what nothing uses any more once some ranges are gone. */
export class DeadCode {
  readonly #language: Language
  readonly #evaluator: Evaluator
  readonly #uses = new Map<string, SyntaxNode[]>()
  /** Bindings that a replaced expression got its value from. */
  readonly #chain = new Set<Binding>()
  #untouched: readonly Range[] = []
  readonly #all: readonly Binding[]

  constructor(language: Language, evaluator: Evaluator) {
    this.#language = language
    this.#evaluator = evaluator
    this.#all = evaluator.scopes.all
    for (const node of descendants(evaluator.scopes.root)) {
      if (!language.identifiers.has(node.type) || isImported(node)) continue
      const list = this.#uses.get(node.text) ?? []
      list.push(node)
      this.#uses.set(node.text, list)
    }
  }

  /** @param code Code that comes in; the names in it stay alive. */
  removals(
    replaced: readonly SyntaxNode[],
    untouched: readonly Range[],
    code: string,
    text: string,
  ): readonly Range[] {
    this.#untouched = untouched
    const words = new Set(code.match(/(?<![.\p{L}\p{N}_$])[\p{L}\p{N}_$]+(?!\s*:)/gu) ?? [])
    const steps = this.#stepsOf(replaced)
    const gone: Range[] = [...replaced, ...steps]
    const dead = new Set<Binding>()
    for (let grown = true; grown; ) {
      grown = false
      for (const binding of this.#all) {
        if (dead.has(binding) || !this.#isDead(binding, gone, words)) continue
        const group = this.#group(binding)
        for (const each of group) {
          dead.add(each)
          gone.push(each.node)
        }
        grown ||= group.length > 0
      }
    }
    const nodes = new Set([...dead].map(({ node }) => node))
    const ranges = [...dead].flatMap((binding) => this.#language.removalOf(binding, nodes) ?? [])
    return [...steps, ...ranges].map((range) => wholeLines(text, range))
  }

  /** Statements such as `hmac.update(x)` that are part of what was replaced. */
  #stepsOf(replaced: readonly SyntaxNode[]): readonly SyntaxNode[] {
    return replaced.flatMap((node) => {
      const { direct, bindings } = this.#evaluator.basisOf(node)
      for (const binding of bindings) this.#chain.add(binding)
      return [...direct].flatMap(({ parent }) =>
        parent?.type === 'expression_statement' ? parent : [],
      )
    })
  }

  #group(binding: Binding): readonly Binding[] {
    return this.#evaluator.scopes
      .visible(
        binding.name,
        binding.kind === 'function' ? (binding.node.parent ?? binding.node) : binding.node,
      )
      .filter((each) => each.kind !== 'parameter')
  }

  #isDead(binding: Binding, gone: readonly Range[], words: ReadonlySet<string>): boolean {
    if (binding.kind === 'parameter' || words.has(binding.name)) return false
    if (inside(gone, binding.node)) return false
    const group = this.#group(binding)
    if (!group.includes(binding)) return false
    const nodes = new Set(group.map(({ node }) => node))
    if (!group.every((each) => this.#language.removalOf(each, nodes) && this.#isPure(each)))
      return false
    const scope = this.#evaluator.scopes.scopeOf(binding)
    const uses = (this.#uses.get(binding.name) ?? []).filter(
      (use) => scope.contains(use) && !group.some(({ node }) => node.contains(use)),
    )
    return (
      uses.length > 0 && uses.every((use) => inside(gone, use) && !inside(this.#untouched, use))
    )
  }

  /** An unknown call may do more than give a value. */
  #isPure(binding: Binding): boolean {
    const { kind, value } = binding
    if (kind !== 'value' || !value || this.#chain.has(binding)) return true
    if (this.#evaluator.term(value).kind !== 'opaque') return true
    const call = this.#language.callOf(value)
    return call === undefined || this.#language.pureCalls.has(call.name)
  }
}
