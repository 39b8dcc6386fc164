import type { Edit } from '../../rewrite/edit.ts'
import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import { type Around, awaitedLater, awaiting, loggedLater } from './awaited-later.ts'
import { callOf } from './call-of.ts'
import { enclosingFunction, isExported } from './function-place.ts'
import { rejectingAt } from './promise-executor.ts'

/** Callbacks whose answer the caller uses, so that they cannot become promises. */
const answering =
  /^(?:useEffect|useLayoutEffect|useMemo|useState|useReducer|map|filter|reduce|find|some|every|sort|forEach|computed|Observable|Promise|constructor|render|setup|data)$/

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

/** Whether a name stands where an event is listened to, which looks at no answer. */
function isListener(node: SyntaxNode): boolean {
  const { parent } = node
  if (parent?.type === 'arguments') return careless.test(takerOf(node))
  const attribute = parent?.type === 'jsx_expression' ? parent.parent : undefined
  return attribute?.type === 'jsx_attribute' && /^on[A-Z]/.test(attribute.text)
}

const assignments: ReadonlySet<string> = new Set(['assignment_expression'])

/** `this.enter = this.enter.bind(this)` in a constructor, which calls nothing. */
function isBound(node: SyntaxNode): boolean {
  const text = node.closest(assignments)?.text ?? ''
  return /^this\.(\w+)\s*=\s*this\.\1\.bind\(this\)$/.test(text)
}

/** Where a function is used by its name: the name, or the member that it is. */
function usesOf(name: string, root: SyntaxNode): readonly SyntaxNode[] {
  return descendants(root).flatMap((node) => {
    if (node.text !== name || !/^(?:property_)?identifier$/.test(node.type)) return []
    if (node.field === 'name' || node.field === 'key' || isBound(node)) return []
    const member = node.field === 'property' ? node.parent : undefined
    return /ZoomMtg/.test(member?.get('object')?.text ?? '') ? [] : [member ?? node]
  })
}

/** The calls of a function by its name; nothing where it is used in a way that is not known. */
function callsOf(name: string, root: SyntaxNode): readonly SyntaxNode[] | undefined {
  const uses = usesOf(name, root)
  const calls = uses
    .filter((use) => !isListener(use))
    .map((use) => (use.field === 'function' ? use.parent : undefined))
  const known = calls.flatMap((call) => call ?? [])
  return uses.length > 0 && known.length === calls.length ? known : undefined
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
  around: Around,
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
  const calls = callsOf(name, around.evaluator.scopes.root)
  if (!calls) return undefined
  const waiting = calls.map((call) => waitAt(call, around, depth))
  return waiting.some((each) => each === undefined)
    ? undefined
    : [...edits, ...waiting.flatMap((each) => each ?? [])]
}

/** The edits that make a caller wait, or what reads its answer; none where it does already. */
function waitAt(call: SyntaxNode, around: Around, depth: number): readonly Edit[] | undefined {
  const { parent } = call
  const isChained = parent?.type === 'member_expression' && parent.get('property')?.text === 'then'
  if (isChained || parent?.type === 'await_expression') return []
  const further = awaitableAt(call, around, depth + 1)
  if (further) return [...further, ...awaiting(call)]
  const wait = (read: SyntaxNode) => awaitableAt(read, around, depth + 1)
  return awaitedLater(call, around, wait) ?? loggedLater(call)
}
