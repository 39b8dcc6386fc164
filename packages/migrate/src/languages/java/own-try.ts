import { wholeLines } from '../../rewrite/removals.ts'
import type { WriteContext } from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Range } from '../language.ts'

const methods: ReadonlySet<string> = new Set(['method_declaration', 'constructor_declaration'])

/** The expression that a statement is there for. */
function expressionOf(statement: SyntaxNode): SyntaxNode | undefined {
  const [first] = statement.namedChildren
  if (statement.type === 'local_variable_declaration')
    return statement.get('declarator')?.get('value')
  if (statement.type !== 'expression_statement') return undefined
  return first?.type === 'assignment_expression' ? first.get('right') : first
}

function assignedIn(statement: SyntaxNode): string | undefined {
  const [first] = statement.namedChildren
  return first?.type === 'assignment_expression' ? first.get('left')?.text : undefined
}

/** Whether nothing but the old code reads what a `try` gives a value. */
function isOnlyRead(name: string, tried: SyntaxNode, by: (use: SyntaxNode) => boolean): boolean {
  const method = tried.closest(methods)
  const uses = method?.subtree.filter(({ type, text }) => type === 'identifier' && text === name)
  return uses?.every((use) => use.parent?.type === 'variable_declarator' || by(use)) ?? false
}

/** Whether a `try` holds the making of the MAC and nothing else. */
function servesOnly(tried: SyntaxNode, { evaluator, node }: WriteContext): boolean {
  const { direct } = evaluator.basisOf(node)
  const statements = tried.get('body')?.namedChildren ?? []
  const plainTry = tried.children.every(({ type }) => /^(?:try|block|catch_clause)$/.test(type))
  const isStep = (statement: SyntaxNode): boolean => {
    const value = expressionOf(statement)
    return value !== undefined && direct.has(value)
  }
  if (!plainTry || !statements.every(isStep)) return false
  const reads = (use: SyntaxNode): boolean =>
    tried.contains(use) || node.contains(use) || direct.has(use)
  return statements.every((statement) => {
    const name = assignedIn(statement)
    return name === undefined || isOnlyRead(name, tried, reads)
  })
}

/** The lines of a `try` that only made the old MAC; a blank line before it stands for both. */
export function triesGone(
  tries: ReadonlySet<SyntaxNode>,
  context: WriteContext,
): ReadonlyMap<SyntaxNode, Range> {
  const { text } = context
  const gone = [...tries].filter((tried) => servesOnly(tried, context))
  return new Map(
    gone.map((tried) => {
      const { start, end } = wholeLines(text, tried)
      const blank = /\n[ \t]*\r?\n$/.test(text.slice(0, start))
      const next = blank ? (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0) : 0
      return [tried, { start, end: end + next }]
    }),
  )
}
