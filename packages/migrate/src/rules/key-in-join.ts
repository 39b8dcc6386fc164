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

const cdnMajor = /source\.zoom\.us\/(?:zoom-meeting-)?(\d+)\.\d+\.\d+/g

/** The version that the code is for: as given, else the lowest that the file itself loads. */
function sdkMajorOf({ text, options }: Unit): number {
  if (options.sdkMajor !== undefined) return options.sdkMajor
  const loaded = [...text.matchAll(cdnMajor)].map(([, major]) => Number(major))
  return loaded.length > 0 ? Math.min(...loaded) : 0
}

/** Web SDK 3 and older want `sdkKey`, so that it is a finding from 4 on alone. */
function matchOf({ name, node }: Entry, unit: Unit): Match | undefined {
  const found = { place: node, confidence: 'high', remove: [node] } as const
  if (name === 'apiKey') return { ...found, code: 'api-key-in-join' }
  if (name !== 'sdkKey' || sdkMajorOf(unit) < 4) return undefined
  return { ...found, code: 'sdk-key-in-join' }
}

/** `apiKey` and `sdkKey` given to `join`, which today's SDKs take from the signature. */
export const keyInJoin: Rule = {
  name: 'key-in-join',
  codes: ['api-key-in-join', 'sdk-key-in-join'],
  markers: ['zoommtg', 'zoommtgembedded', '@zoom/meetingsdk', '@zoomus/websdk'],
  common: ['join'],
  *find(unit) {
    for (const node of descendants(unit.root)) {
      for (const entry of joinEntries(unit, node)) {
        const match = matchOf(entry, unit)
        if (match) yield match
      }
    }
  },
}
