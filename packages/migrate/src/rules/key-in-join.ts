import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import type { Entry } from '../terms/term.ts'
import type { Match, Rule, Unit } from './rule.ts'

/** The properties written in the object that `join` gets, if it is the SDK's `join`. */
function joinEntries({ evaluator }: Unit, node: SyntaxNode): readonly Entry[] {
  const call = evaluator.callOf(node)
  const [input] = call?.args ?? []
  if (call?.name !== 'join' || !call.receiver || input?.type !== 'object') return []
  const given = evaluator.term(input)
  const entries = given.kind === 'object' ? given.entries : []
  const isSdk = entries.some(({ name }) => name === 'signature')
  return isSdk ? entries.filter((entry) => input.contains(entry.node)) : []
}

function matchOf({ name, node }: Entry, { options }: Unit): Match | undefined {
  if (name === 'apiKey') {
    return { code: 'api-key-in-join', place: node, confidence: 'high', remove: [node] }
  }
  if (name !== 'sdkKey') return undefined
  const found = { code: 'sdk-key-in-join', place: node, confidence: 'high' } as const
  return options.sdkMajor !== undefined && options.sdkMajor >= 4
    ? { ...found, remove: [node] }
    : { ...found, manual: 'Web SDK 3 and older still want it; remove it from 4.0.0 on.' }
}

/** `apiKey` and `sdkKey` given to `join`, which today's SDKs take from the signature. */
export const keyInJoin: Rule = {
  name: 'key-in-join',
  codes: ['api-key-in-join', 'sdk-key-in-join'],
  markers: ['zoommtg', 'zoommtgembedded', '@zoom/meetingsdk', '@zoomus/websdk'],
  *find(unit) {
    for (const node of descendants(unit.root)) {
      for (const entry of joinEntries(unit, node)) {
        const match = matchOf(entry, unit)
        if (match) yield match
      }
    }
  },
}
