import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry, Term, TermOf } from '../../terms/term.ts'
import { jsonOfFirst, receiverOf } from '../call-lowerings.ts'
import { claimValue } from '../java/object-calls.ts'
import type { Call, CallLowering } from '../language.ts'
import { callOf, lambdaOf } from './call-of.ts'
import { declaredType } from './declared-type.ts'
import { stringOf } from './literals.ts'

const statements: ReadonlySet<string> = new Set(['statements', 'class_body', 'source_file'])

/** A claim that a call puts in is no member between commas: its place is the whole statement. */
export function statementOf(node: SyntaxNode): SyntaxNode {
  let at = node
  while (at.parent && !statements.has(at.parent.type)) at = at.parent
  return at
}

/** `"mn" to number` */
function pairIn(node: SyntaxNode, type: string, evaluator: Evaluator): readonly Entry[] {
  const [key, word, value] = node.type === 'infix_expression' ? node.namedChildren : []
  const name = key && stringOf(key)
  return name !== undefined && word?.text === 'to' && value
    ? [{ name, value: claimValue(value, type, evaluator), node }]
    : []
}

const mapOf: CallLowering = (call, evaluator) => {
  const type = /^[^(]*<([\s\S]*?)>\s*\(/.exec(call.node.text)?.[0] ?? ''
  return { kind: 'object', entries: call.args.flatMap((each) => pairIn(each, type, evaluator)) }
}

const empty: CallLowering = () => ({ kind: 'object', entries: [] })

function withEntry(before: Term, entry: Entry): TermOf {
  const { entries } = before as Extract<Term, { kind: 'object' }>
  return { kind: 'object', entries: [...entries.filter((e) => e.name !== entry.name), entry] }
}

/** What `put("mn", number)` or `claim("mn", number)` puts in. */
export function given(call: Call, evaluator: Evaluator, type = ''): readonly Entry[] {
  const [key, value] = call.args
  const name = key && stringOf(key)
  return name !== undefined && value
    ? [{ name, value: claimValue(value, type, evaluator), node: statementOf(call.node) }]
    : []
}

/** `claims.put("mn", number)`; of anything that is no such object, the thing itself. */
const put: CallLowering = (call, evaluator): Term | TermOf | undefined => {
  const before = receiverOf(call, evaluator)
  const type = call.receiver && declaredType(call.receiver, evaluator)
  const [entry] = given(call, evaluator, type)
  return before?.kind === 'object' && entry ? withEntry(before, entry) : before
}

/** `mac.apply { init(key) }`, `JSONObject().apply { put("mn", number) }` */
const applied: CallLowering = (call, evaluator): Term | TermOf | undefined => {
  const block = lambdaOf(call.node)
  const before = receiverOf(call, evaluator)
  const body = block?.namedChildren.find(({ type }) => type === 'statements')?.namedChildren ?? []
  const calls = body.flatMap((node) => callOf(node) ?? [])
  if (before?.kind === 'object') {
    const entries = calls.flatMap((each) => (each.name === 'put()' ? given(each, evaluator) : []))
    return { kind: 'object', entries: [...before.entries, ...entries] }
  }
  const [key] = calls.find(({ name }) => name === 'init()')?.args ?? []
  return before?.kind === 'hmac' && key
    ? { kind: 'hmac', key: evaluator.term(key), message: before.message }
    : before
}

/** `map["mn"] = number` */
export function lowerItemSet(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const [target, value] = node.namedChildren
  const [map, index] = target?.namedChildren ?? []
  if (index?.type !== 'indexing_suffix' || !map || !value) return value && evaluator.term(value)
  const before = evaluator.term(map)
  const [key] = index.namedChildren
  const name = key && stringOf(key)
  if (before.kind !== 'object' || name === undefined) return before
  return withEntry(before, { name, value: evaluator.term(value), node })
}

const kinds = ['HashMap', 'LinkedHashMap', 'TreeMap', 'JSONObject', 'JsonObject']

export const objectCalls: Readonly<Record<string, CallLowering>> = {
  ...Object.fromEntries(kinds.map((kind) => [`new ${kind}`, empty])),
  'mapOf()': mapOf,
  'mutableMapOf()': mapOf,
  'hashMapOf()': mapOf,
  'linkedMapOf()': mapOf,
  'new JSONObject': (call, evaluator) => {
    const map = call.args[0] && evaluator.term(call.args[0])
    return map?.kind === 'object' ? map : { kind: 'object', entries: [] }
  },
  put,
  addProperty: put,
  apply: applied,
  also: receiverOf,
  toJson: jsonOfFirst,
  writeValueAsString: jsonOfFirst,
}
