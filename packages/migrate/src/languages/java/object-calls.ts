import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry, Term, TermOf } from '../../terms/term.ts'
import { jsonOfFirst, receiverOf } from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'
import { callOf } from './call-of.ts'
import { declaredType } from './declared-type.ts'
import { entryNode } from './entry-node.ts'
import { stringOf } from './literals.ts'

/** A text in a map of texts cannot become a number by itself. */
export function claimValue(node: SyntaxNode, type: string, evaluator: Evaluator): Term {
  const of = evaluator.term(node)
  return of.kind === 'text' && /,\s*String\s*>/.test(type)
    ? evaluator.made(node, { kind: 'string', of })
    : of
}

export function pairsOf(
  nodes: readonly SyntaxNode[],
  evaluator: Evaluator,
  type = '',
): readonly Entry[] {
  const entries: Entry[] = []
  for (let index = 0; index + 1 < nodes.length; index += 2) {
    const [key, value] = [nodes[index] as SyntaxNode, nodes[index + 1] as SyntaxNode]
    const name = stringOf(key)
    if (name !== undefined)
      entries.push({ name, value: claimValue(value, type, evaluator), node: entryNode(key) })
  }
  return entries
}

/** `claims.put("mn", number)`; of anything that is no such object, the thing itself. */
const put: CallLowering = (call, evaluator): Term | TermOf | undefined => {
  const before = receiverOf(call, evaluator)
  if (before?.kind !== 'object') return before
  const type = (call.receiver && declaredType(call.receiver, evaluator)) ?? ''
  const added = pairsOf(call.args.slice(0, 2), evaluator, type)
  const names = new Set(added.map(({ name }) => name))
  return {
    kind: 'object',
    entries: [...before.entries.filter(({ name }) => !names.has(name)), ...added],
  }
}

/** `new HashMap<>()`, also with `{{ put("mn", number); }}` or a map to begin with. */
const newObject: CallLowering = (call, evaluator): Term | TermOf => {
  const [first] = call.args.map((node) => evaluator.term(node))
  if (first?.kind === 'object') return first
  const body = call.node.children.find(({ type }) => type === 'class_body')
  const entries = (body?.subtree ?? []).flatMap((node) => {
    const inner = callOf(node)
    return inner?.name === 'put()' ? pairsOf(inner.args, evaluator, call.node.text) : []
  })
  return { kind: 'object', entries }
}

const mapOf: CallLowering = ({ args }, evaluator) => ({
  kind: 'object',
  entries: pairsOf(args, evaluator),
})

/** `Map.ofEntries(Map.entry("mn", number))` */
const mapOfEntries: CallLowering = ({ args }, evaluator) => ({
  kind: 'object',
  entries: args.flatMap((node) => pairsOf(callOf(node)?.args ?? [], evaluator)),
})

const unchanged = (call: Call, evaluator: Evaluator): Term | undefined =>
  receiverOf(call, evaluator)

const kinds = ['HashMap', 'LinkedHashMap', 'TreeMap', 'JSONObject', 'JsonObject', 'ObjectNode']

export const objectCalls: Readonly<Record<string, CallLowering>> = {
  ...Object.fromEntries(kinds.map((kind) => [`new ${kind}`, newObject])),
  createObjectNode: newObject,
  put,
  addProperty: put,
  accumulate: put,
  'Map.of': mapOf,
  'ImmutableMap.of': mapOf,
  'ImmutableMap.builder': newObject,
  'Map.ofEntries': mapOfEntries,
  build: unchanged,
  writeValueAsString: jsonOfFirst,
  writeValueAsBytes: jsonOfFirst,
  toJson: jsonOfFirst,
  'JSON.toJSONString': jsonOfFirst,
  'JSONObject.toJSONString': jsonOfFirst,
  toJSONString: (call, evaluator) => {
    const of = unchanged(call, evaluator)
    return of && { kind: 'json', of }
  },
}
