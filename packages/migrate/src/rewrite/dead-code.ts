import type { Binding, Language, Range } from '../languages/language.ts'
import { descendants, SyntaxNode } from '../syntax/syntax-node.ts'
import type { Evaluator } from '../terms/evaluator.ts'
import { hasTime } from '../terms/term.ts'
import { hasMac } from '../terms/term-facts.ts'
import { wholeLines } from './removals.ts'

function inside(ranges: readonly Range[], node: Range): boolean {
  return ranges.some((range) => range.start <= node.start && node.end <= range.end)
}

/** A name in an import names something there, not here. */
function isImported({ parent }: SyntaxNode): boolean {
  return [parent, parent?.parent].some((node) => node?.type.startsWith('import') === true)
}

/** The names in code: not what is a member, a key, or inside a plain text. */
function wordsOf(code: string): ReadonlySet<string> {
  const names = code.replace(/'[^'\n${]*'|"[^"\n${]*"/g, '')
  const words = names.match(/(?<![.\p{L}\p{N}_$])[\p{L}\p{N}_$]+(?![\p{L}\p{N}_$]|\s*:)/gu) ?? []
  // Inside a text of Dart and Kotlin `$role` is the variable `role`.
  return new Set(words.flatMap((word) => [word, word.replace(/^\$/, '')]))
}

/** The nearest statement around a node; that of a guard without braces is the guard. */
function statementOf(node: SyntaxNode, { blocks }: Language): SyntaxNode {
  let at = node
  while (at.parent && !blocks.has(at.parent.type) && at.type !== 'expression_statement')
    at = at.parent
  return at
}

const blockTypes = /block|statement_list|^then$/

/** `if (log.isDebugEnabled()) { log.debug(x) }`, where nothing else is done: all of it; else the log. */
function guardedBy(log: SyntaxNode, language: Language): SyntaxNode {
  let body = log
  while (body.parent && blockTypes.test(body.parent.type) && body.parent.namedChildren.length === 1)
    body = body.parent
  const guard = body.parent
  if (guard?.type !== 'if_statement' || guard.children.some(isBranch)) return log
  const condition = guard.get('condition')
  const text = condition?.text.replace(/^\(\s*|\s*\)$/g, '') ?? ''
  return condition !== body && (!text.includes('(') || language.logs.test(text)) ? guard : log
}

function isBranch({ type, field }: SyntaxNode): boolean {
  return field === 'alternative' || /^el(?:se|if)/.test(type)
}

/** `let x = old` loses its value and goes on declaring `x`. */
function hollowOf({ node, value }: Binding): Range | undefined {
  const name = node.get('type') ?? node.get('name')
  if (node.type !== 'variable_declarator' || !name || !value) return undefined
  return { start: name.end, end: value.end }
}

/** Finds what nothing uses any more once some ranges are gone. */
export class DeadCode {
  readonly #language: Language
  readonly #evaluator: Evaluator
  readonly #uses = new Map<string, SyntaxNode[]>()
  /** Bindings that a replaced expression got its value from. */
  readonly #chain = new Set<Binding>()
  readonly #logs: SyntaxNode[] = []
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
    const steps = [...this.#stepsOf(replaced)]
    const hollows: Range[] = []
    const gone: Range[] = [...replaced, ...steps]
    const dead = new Set<Binding>()
    const overwriting = new Set(replaced)
    for (let grown = true; grown; ) {
      grown = false
      for (const node of overwriting) {
        const overwritten = this.#overwrittenBy(node, gone)
        if (overwritten.length === 0) continue
        overwriting.delete(node)
        hollows.push(...overwritten.flatMap((binding) => hollowOf(binding) ?? []))
        const statements = overwritten.flatMap((binding) => this.#statementOf(binding))
        steps.push(...statements)
        gone.push(...statements)
        grown = true
      }
      for (const binding of this.#all) {
        if (dead.has(binding) || !this.#isDead(binding, gone, words)) continue
        const group = this.#group(binding)
        for (const each of group) dead.add(each)
        gone.push(...group.map(({ node }) => node), ...this.#logs)
        grown ||= group.length > 0
      }
    }
    const nodes = new Set([...dead].map(({ node }) => node))
    const ranges = [...dead].flatMap((binding) => this.#language.removalOf(binding, nodes) ?? [])
    const logs = this.#logs.filter((log) => !inside(replaced, log))
    return [...[...steps, ...logs, ...ranges].map((range) => wholeLines(text, range)), ...hollows]
  }

  /** Code that only served what was replaced, though it is no declaration that nothing uses. */
  #stepsOf(replaced: readonly SyntaxNode[]): readonly SyntaxNode[] {
    return replaced.flatMap((node) => {
      const { direct, bindings } = this.#evaluator.basisOf(node)
      for (const binding of bindings) this.#chain.add(binding)
      return [...direct].flatMap(({ parent }) =>
        parent?.type === 'expression_statement' ? [parent] : [],
      )
    })
  }

  #statementOf(binding: Binding): readonly SyntaxNode[] {
    const statement = hollowOf(binding) ? undefined : this.#language.removalOf(binding, new Set())
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

  #isDead(binding: Binding, gone: readonly Range[], words: ReadonlySet<string>): boolean {
    if (binding.kind === 'parameter' || words.has(binding.name)) return false
    if (inside(gone, binding.node)) return false
    const group = this.#group(binding)
    if (!group.includes(binding)) return false
    const nodes = new Set(group.map(({ node }) => node))
    if (!group.every((each) => this.#language.removalOf(each, nodes) && this.#isPure(each)))
      return false
    const scope = this.#evaluator.scopes.scopeOf(binding)
    const uses = this.#usesOf(binding).filter(
      (use) => scope.contains(use) && !group.some(({ node }) => node.contains(use)),
    )
    const living = uses.filter((use) => !inside(gone, use) || inside(this.#untouched, use))
    if (uses.length === 0) return false
    const logs = living.map((use) => this.#logOf(use, binding))
    if (logs.some((log) => log === undefined)) return false
    for (const log of logs) if (log) this.#logs.push(log)
    return true
  }

  /** The statement that does no more than log a MAC, or what it was made of, that is no more. */
  #logOf(use: SyntaxNode, binding: Binding): SyntaxNode | undefined {
    const { value } = binding
    const term = this.#chain.has(binding) && value ? this.#evaluator.term(value) : undefined
    if (!term || !(hasMac(term) || hasTime(term))) return undefined
    const statement = statementOf(use, this.#language)
    return this.#language.logs.test(statement.text)
      ? guardedBy(statement, this.#language)
      : undefined
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
