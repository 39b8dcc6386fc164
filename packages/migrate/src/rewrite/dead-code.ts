import type { Binding, Language, Range } from '../languages/language.ts'
import { isBody } from '../syntax/is-body.ts'
import { descendants, SyntaxNode } from '../syntax/syntax-node.ts'
import type { Evaluator } from '../terms/evaluator.ts'
import { hasTime } from '../terms/term.ts'
import { hasMac } from '../terms/term-facts.ts'
import { logAround } from './log-around.ts'
import { hollowOf, inside, wholeLines } from './removals.ts'
import { wordsOf } from './words-of.ts'

/** A name in an import names something there, not here. */
function isImported({ parent }: SyntaxNode): boolean {
  return [parent, parent?.parent].some((node) => node?.type.startsWith('import') === true)
}

/** What goes, as far as it is known. */
interface Found {
  readonly gone: Range[]
  readonly dead: Set<Binding>
  /** Values of names that get the new code. */
  readonly rewritten: Set<Binding>
  readonly statements: SyntaxNode[]
  readonly hollows: Range[]
  readonly logs: SyntaxNode[]
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
      const isPart = language.identifiers.has(node.parent?.type ?? '')
      const isMember = !isPart && language.members?.has(node.type) === true
      if (!(isMember || language.identifiers.has(node.type)) || isImported(node)) continue
      const key = isMember ? `.${node.text}` : node.text
      const list = this.#uses.get(key) ?? []
      list.push(node)
      this.#uses.set(key, list)
    }
  }

  #usesOf({ name, node }: Binding): readonly SyntaxNode[] {
    const isMember = this.#language.members !== undefined && /^method_/.test(node.type)
    return this.#uses.get(isMember ? `.${name}` : name) ?? []
  }

  /** @param code Code that comes in; the names in it stay alive. */
  removals(
    replaced: readonly SyntaxNode[],
    untouched: readonly Range[],
    code: string,
    text: string,
  ): readonly Range[] {
    this.#untouched = untouched
    const words = wordsOf(code)
    let steps = this.#stepsOf(replaced)
    let found = this.#follow(replaced, steps, words)
    for (let needed = this.#needed(steps, found); needed.length > 0; ) {
      steps = steps.filter((step) => !needed.includes(step))
      found = this.#follow(replaced, steps, words)
      needed = this.#needed(steps, found)
    }
    const { dead, hollows } = found
    const nodes = new Set([...dead].map(({ node }) => node))
    const ranges = [...dead].flatMap((binding) => this.#removalOf(binding, nodes) ?? [])
    const logs = found.logs.filter((log) => !inside(replaced, log))
    const whole = [...steps, ...found.statements, ...logs, ...ranges]
    return [...whole.map((range) => wholeLines(text, range)), ...hollows]
  }

  /** What nothing uses once some code is replaced and the steps to it are gone. */
  #follow(
    replaced: readonly SyntaxNode[],
    steps: readonly SyntaxNode[],
    words: ReadonlySet<string>,
  ): Found {
    const found: Found = {
      gone: [...replaced, ...steps],
      dead: new Set(),
      rewritten: new Set(this.#all.filter(({ value }) => value && replaced.includes(value))),
      statements: [],
      hollows: [],
      logs: [],
    }
    this.#dropRing(found, words)
    const overwriting = new Set(replaced)
    for (let grown = true; grown; ) {
      grown = false
      for (const node of overwriting) {
        const overwritten = this.#overwrittenBy(node, found.gone)
        if (overwritten.length === 0) continue
        overwriting.delete(node)
        this.#overwrite(overwritten, found)
        grown = true
      }
      for (const binding of this.#all) {
        if (found.dead.has(binding) || !this.#isDead(binding, found, words)) continue
        const group = this.#group(binding)
        for (const each of group) found.dead.add(each)
        found.gone.push(...group.map(({ node }) => node), ...found.logs)
        grown = true
      }
    }
    return found
  }

  /** Values of the old code that only keep each other alive: `text = a; mac = f(text); text = b(mac)`. */
  #dropRing({ gone, dead, rewritten, logs }: Found, words: ReadonlySet<string>): void {
    let ring = this.#all.filter((each) => this.#chain.has(each))
    for (let size = Number.POSITIVE_INFINITY; ring.length < size; ) {
      size = ring.length
      const nodes = ring.flatMap((each) => this.#group(each).map(({ node }) => node))
      const without = { gone: [...gone, ...nodes], logs: [] }
      ring = ring.filter(
        (each) =>
          !(words.has(each.name) || this.#group(each).some((other) => rewritten.has(other))) &&
          this.#isUnused(each, without),
      )
    }
    const groups = ring.flatMap((each) => this.#group(each))
    for (const each of groups) dead.add(each)
    gone.push(...groups.map(({ node }) => node))
    for (const each of ring) this.#isUnused(each, { gone, logs })
    gone.push(...logs)
  }

  #overwrite(overwritten: readonly Binding[], { gone, rewritten, ...found }: Found): void {
    const values = overwritten.flatMap((binding) => hollowOf(binding) ?? [])
    const statements = overwritten.flatMap((binding) => this.#statementOf(binding))
    for (const binding of overwritten) rewritten.add(binding)
    found.hollows.push(...values)
    found.statements.push(...statements)
    gone.push(...values, ...statements)
  }

  /** Code that only served what was replaced, though it is no declaration that nothing uses. */
  #stepsOf(replaced: readonly SyntaxNode[]): readonly SyntaxNode[] {
    return replaced.flatMap((node) => {
      const { direct, bindings } = this.#evaluator.basisOf(node)
      for (const binding of bindings) this.#chain.add(binding)
      return [...direct].flatMap(({ parent }) =>
        parent?.type === 'expression_statement' && !isBody(parent) ? [parent] : [],
      )
    })
  }

  /** Steps that change what other code goes on using: `mac.update(x)`, where the MAC is also sent. */
  #needed(steps: readonly SyntaxNode[], { dead, rewritten }: Found): readonly SyntaxNode[] {
    return steps.filter((step) => {
      const [expression] = step.namedChildren
      let first = step
      for (let next = expression; next; [next] = next.namedChildren) first = next
      const changed = [
        ...this.#all.filter(({ node }) => node === step || node === expression),
        ...this.#evaluator.scopes.visible(first.text, first),
      ]
      return changed.some(
        (each) => /^(?:value|append)$/.test(each.kind) && !dead.has(each) && !rewritten.has(each),
      )
    })
  }

  #removalOf(binding: Binding, nodes: ReadonlySet<SyntaxNode>): Range | undefined {
    const removal = this.#language.removalOf(binding, nodes)
    return removal instanceof SyntaxNode && isBody(removal) ? undefined : removal
  }

  #statementOf(binding: Binding): readonly SyntaxNode[] {
    const statement = hollowOf(binding) ? undefined : this.#removalOf(binding, new Set())
    return statement instanceof SyntaxNode ? [statement] : []
  }

  /** Earlier values of the name that gets the new code, where nothing else reads them. */
  #overwrittenBy(node: SyntaxNode, gone: readonly Range[]): readonly Binding[] {
    const target = this.#all.find(({ value }) => value === node)
    if (!target) return []
    const before = this.#evaluator.scopes.allBefore(target).filter((each) => this.#chain.has(each))
    const scope = this.#evaluator.scopes.scopeOf(target)
    const read = this.#usesOf(target).some(
      (use) =>
        use.start < target.node.start &&
        scope.contains(use) &&
        !before.some((each) => each.node.contains(use)) &&
        !inside(gone, use),
    )
    return read ? [] : before
  }

  #group(binding: Binding): readonly Binding[] {
    return this.#evaluator.scopes
      .visible(
        binding.name,
        binding.kind === 'function' ? (binding.node.parent ?? binding.node) : binding.node,
      )
      .filter((each) => each.kind !== 'parameter')
  }

  #isDead(binding: Binding, { gone, logs: known }: Found, words: ReadonlySet<string>): boolean {
    if (binding.kind === 'parameter' || words.has(binding.name)) return false
    return !inside(gone, binding.node) && this.#isUnused(binding, { gone, logs: known })
  }

  #isUnused(binding: Binding, { gone, logs: known }: Pick<Found, 'gone' | 'logs'>): boolean {
    if (binding.kind === 'parameter') return false
    const group = this.#group(binding)
    if (!group.includes(binding)) return false
    const nodes = new Set(group.map(({ node }) => node))
    if (!group.every((each) => this.#removalOf(each, nodes) && this.#isPure(each))) return false
    const scope = this.#evaluator.scopes.scopeOf(binding)
    const uses = this.#usesOf(binding).filter(
      (use) => scope.contains(use) && !group.some(({ node }) => node.contains(use)),
    )
    const living = uses.filter((use) => !inside(gone, use) || inside(this.#untouched, use))
    if (uses.length === 0) return false
    const logs = living.map((use) => this.#logOf(use, binding))
    if (logs.some((log) => log === undefined)) return false
    known.push(...logs.filter((log) => log !== undefined))
    return true
  }

  /** The statement that does no more than log a MAC, or what it was made of, that is no more. */
  #logOf(use: SyntaxNode, binding: Binding): SyntaxNode | undefined {
    const { value } = binding
    const term = this.#chain.has(binding) && value ? this.#evaluator.term(value) : undefined
    if (!term || !(hasMac(term) || hasTime(term))) return undefined
    return logAround(use, this.#language)
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
