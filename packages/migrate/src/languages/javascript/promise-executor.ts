import type { Edit } from '../../rewrite/edit.ts'
import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import { isFunction } from './bindings.ts'
import { enclosingFunction } from './function-place.ts'

const tries: ReadonlySet<string> = new Set(['try_statement'])

function isExecutor(node: SyntaxNode): boolean {
  const call = node.parent?.type === 'arguments' ? node.parent.parent : undefined
  return call?.type === 'new_expression' && call.get('constructor')?.text === 'Promise'
}

function parametersOf(executor: SyntaxNode): readonly SyntaxNode[] {
  const single = executor.get('parameter')
  return single ? [single] : (executor.get('parameters')?.namedChildren ?? [])
}

const nameOf = (parameter: SyntaxNode): string => (parameter.get('pattern') ?? parameter).text

function mentions(node: SyntaxNode, name: string): boolean {
  return descendants(node).some(({ type, text }) => type === 'identifier' && text === name)
}

/** Whether a `try` of the same function takes the failure already. */
function isTried(node: SyntaxNode): boolean {
  const around = node.closest(tries)
  const own = enclosingFunction(node)
  if (!around || !own?.contains(around) || !around.get('body')?.contains(node)) return false
  return around.children.some(({ type }) => type === 'catch_clause')
}

/** How code in a promise's executor tells that it failed. */
export interface Rejection {
  readonly name: string
  /** What gives the executor the parameter. */
  readonly edits: readonly Edit[]
}

/** Nothing where the code stands in no executor, or where the promise does not wait for it. */
export function rejectionAt(node: SyntaxNode): Rejection | undefined {
  let executor = isFunction(node) ? node : enclosingFunction(node)
  while (executor && !isExecutor(executor)) executor = enclosingFunction(executor)
  const [resolve, reject] = executor ? parametersOf(executor) : []
  const inner = isFunction(node) ? node : enclosingFunction(node)
  if (!executor || !resolve || !inner || !mentions(inner, nameOf(resolve))) return undefined
  if (reject) return { name: nameOf(reject), edits: [] }
  const name = mentions(executor, 'reject') ? 'rejectPromise' : 'reject'
  const edits: readonly Edit[] = executor.get('parameter')
    ? [
        [resolve.start, resolve.start, '('],
        [resolve.end, resolve.end, `, ${name})`],
      ]
    : [[resolve.end, resolve.end, `, ${name}`]]
  return { name, edits }
}

/**
 * An executor must not be async, for nobody hears of its failure: what is in it, or in a callback
 * in it, goes into an async function that rejects.
 */
export function rejectingAt(node: SyntaxNode): readonly Edit[] | undefined {
  const target = enclosingFunction(node)
  const rejection = target && rejectionAt(target)
  const body = target?.get('body')
  if (!target || !body || !rejection) return undefined
  if (isTried(node) && target.children.some(({ type }) => type === 'async')) return []
  const { name, edits } = rejection
  const isBlock = body.type === 'statement_block'
  const [start, end] = isBlock ? [body.start + 1, body.end - 1] : [body.start, body.end]
  return [
    ...edits,
    [start, start, isBlock ? '(async () => {' : '(async () => '],
    [end, end, isBlock ? `})().catch(${name})` : `)().catch(${name})`],
  ]
}
