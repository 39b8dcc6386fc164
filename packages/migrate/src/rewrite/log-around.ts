import type { Language } from '../languages/language.ts'
import { isBody } from '../syntax/is-body.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'

/** The nearest statement around a node; that of a guard without braces is the guard. */
function statementOf(node: SyntaxNode, { blocks }: Language): SyntaxNode {
  let at = node
  while (at.parent && !blocks.has(at.parent.type) && at.type !== 'expression_statement')
    at = at.parent
  return at
}

const blockTypes = /block|statement_list|^then$/

function isBranch({ type, field }: SyntaxNode): boolean {
  return field === 'alternative' || /^el(?:se|if)/.test(type)
}

/** `if (log.isDebugEnabled()) { log.debug(x) }`, where nothing else is done: all of it; else the log. */
function guardedBy(log: SyntaxNode, language: Language): SyntaxNode {
  let body = log
  while (body.parent && blockTypes.test(body.parent.type) && body.parent.namedChildren.length === 1)
    body = body.parent
  const guard = body.parent
  if (guard?.type !== 'if_statement' || guard.children.some(isBranch)) return log
  const text = guard.get('condition')?.text.replace(/^\(\s*|\s*\)$/g, '') ?? ''
  return !text.includes('(') || language.logs.test(text) ? guard : log
}

/** The statement around a node that does no more than log, with its guard; nothing where it must stay. */
export function logAround(node: SyntaxNode, language: Language): SyntaxNode | undefined {
  const statement = statementOf(node, language)
  if (!language.logs.test(statement.text)) return undefined
  return [guardedBy(statement, language), statement].find((each) => !isBody(each))
}
