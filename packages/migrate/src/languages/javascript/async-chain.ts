import type { Edit } from '../../rewrite/edit.ts'
import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { isFunction } from './bindings.ts'
import { callOf } from './call-of.ts'
import { rejectingAt } from './promise-executor.ts'

/** Callbacks whose answer the caller uses, so that they cannot become promises. */
const answering =
  /^(?:useEffect|useLayoutEffect|useMemo|useState|useReducer|map|filter|reduce|find|some|every|sort|forEach|computed|Observable|Promise|constructor|render|setup|data)$/

export function enclosingFunction(node: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at
  return undefined
}

function isAsync(node: SyntaxNode): boolean {
  return node.children.some(({ type }) => type === 'async')
}

function nameOf(node: SyntaxNode): string | undefined {
  const own = node.get('name')?.text
  if (own !== undefined) return own
  const { parent } = node
  if (parent?.type === 'variable_declarator') return parent.get('name')?.text
  if (parent?.type === 'pair') return parent.get('key')?.text
  if (parent?.type === 'assignment_expression') return parent.get('left')?.text.replace(/^.*\./, '')
  if (/field_definition$/.test(parent?.type ?? ''))
    return (parent?.get('property') ?? parent?.get('name'))?.text
  return undefined
}

function givesValue(node: SyntaxNode): boolean {
  const body = node.get('body')
  if (!body) return true
  if (body.type !== 'statement_block') return callOf(body) === undefined
  for (const inner of descendants(body)) {
    const returned = inner.type === 'return_statement' && inner.namedChildren.length > 0
    if (returned && enclosingFunction(inner) === node) return true
  }
  return false
}

/** Callbacks whose answer nobody looks at. */
const careless = /^(?:addEventListener|setTimeout|setInterval|then|catch|nextTick|ready)$/

/** The name of the call that a function is given to. */
function takerOf(node: SyntaxNode): string {
  const receiver = node.parent?.type === 'arguments' ? node.parent.parent : undefined
  return (receiver && callOf(receiver)?.name) ?? ''
}

/** Whether the function is called by code that looks at its answer. */
function isAnswering(node: SyntaxNode): boolean {
  return answering.test(takerOf(node)) || answering.test(nameOf(node) ?? '')
}

/** An effect must not give a promise, so what is in it goes into an async function of its own. */
function asyncEffect(node: SyntaxNode): readonly Edit[] | undefined {
  const body = node.get('body')
  if (!/^use(?:Layout)?Effect$/.test(takerOf(node)) || body?.type !== 'statement_block')
    return undefined
  if (givesValue(node)) return undefined
  return [
    [body.start + 1, body.start + 1, '(async () => {'],
    [body.end - 1, body.end - 1, '})()'],
  ]
}

export function isExported(node: SyntaxNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'export_statement')
      return at.children.every(({ type }) => type !== 'class_declaration')
    if (isFunction(at)) return false
  }
  return /^(?:module\.)?exports\b/.test(node.parent?.get('left')?.text ?? '')
}

/** Whether a place is in a function that other files can call, not in a callback in it. */
export function isInExported(node: SyntaxNode): boolean {
  const target = enclosingFunction(node)
  return target !== undefined && isExported(target)
}

function callsOf(name: string, root: SyntaxNode): readonly SyntaxNode[] | undefined {
  const calls: SyntaxNode[] = []
  for (const node of descendants(root)) {
    if (node.text !== name || !/^(?:property_)?identifier$/.test(node.type)) continue
    if (node.field === 'name' || node.field === 'key') continue
    const callee = node.field === 'property' ? node.parent : node
    if (callee?.field !== 'function' || !callee.parent) return undefined
    calls.push(callee.parent)
  }
  return calls
}

/** `: string` becomes `: Promise<string>`. */
function promised(node: SyntaxNode): readonly Edit[] {
  const type = node.get('return_type')?.namedChildren[0]
  if (!type || /^Promise\b/.test(type.text)) return []
  return [
    [type.start, type.start, 'Promise<'],
    [type.end, type.end, '>'],
  ]
}

/**
 * The edits that make it possible to write `await` at a place: the function becomes async, and
 * where it gives a value, so does each of its callers in this file. Nothing where a caller cannot
 * be known or cannot wait.
 */
export function awaitableAt(
  node: SyntaxNode,
  evaluator: Evaluator,
  depth = 0,
): readonly Edit[] | undefined {
  const target = enclosingFunction(node)
  if (!target || depth > 3) return undefined
  const rejecting = rejectingAt(node)
  if (rejecting) return rejecting
  if (isAsync(target)) return []
  const wrapped = asyncEffect(target)
  if (wrapped) return wrapped
  if (isAnswering(target) || /generator/.test(target.type)) return undefined
  const edits: Edit[] = [[target.start, target.start, 'async '], ...promised(target)]
  if (careless.test(takerOf(target)) || !givesValue(target)) return edits
  const name = nameOf(target)
  if (name === undefined || isExported(target)) return undefined
  const calls = callsOf(name, evaluator.scopes.root)
  if (!calls || calls.length === 0) return undefined
  const waiting = calls.map((call) => waitAt(call, evaluator, depth))
  return waiting.some((each) => each === undefined)
    ? undefined
    : [...edits, ...waiting.flatMap((each) => each ?? [])]
}

/** The edits that make a caller wait; none where it does already. */
function waitAt(
  call: SyntaxNode,
  evaluator: Evaluator,
  depth: number,
): readonly Edit[] | undefined {
  const { parent } = call
  const isChained = parent?.type === 'member_expression' && parent.get('property')?.text === 'then'
  if (isChained || parent?.type === 'await_expression') return []
  const further = awaitableAt(call, evaluator, depth + 1)
  return further && [...further, ...awaiting(call)]
}

/** The edits that write `await` in front of an expression. */
export function awaiting({ type, text, parent, start, end }: SyntaxNode): readonly Edit[] {
  if (type === 'shorthand_property_identifier') return [[start, start, `${text}: await `]]
  const inner = /^(?:member|binary|subscript|unary)_expression$/.test(parent?.type ?? '')
  const before: Edit = [start, start, inner ? '(await ' : 'await ']
  return inner ? [before, [end, end, ')']] : [before]
}
