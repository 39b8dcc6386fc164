import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import type { Entry } from '../terms/term.ts'
import type { Match, Rule, Unit } from './rule.ts'

interface Join {
  /** What is given to `join`. */
  readonly input: SyntaxNode
  readonly entries: readonly Entry[]
}

/** The properties that `join` gets, also by a name or a spread, if it is the SDK's `join`. */
function joinOf({ evaluator }: Unit, node: SyntaxNode): Join | undefined {
  const call = evaluator.callOf(node)
  const [input] = call?.args ?? []
  if (call?.name !== 'join' || !call.receiver || !input) return undefined
  if (!/^(?:object|identifier|(?:member|call)_expression)$/.test(input.type)) return undefined
  const given = evaluator.term(input)
  const entries = given.kind === 'object' ? given.entries : []
  return entries.some(({ name }) => name === 'signature') ? { input, entries } : undefined
}

const cdnMajor = /source\.zoom\.us\/(?:zoom-meeting-)?(\d+)\.\d+\.\d+/g

/** The version that the code is for: as given, else the lowest that the file itself loads. */
function sdkMajorOf({ text, options }: Unit): number {
  if (options.sdkMajor !== undefined) return options.sdkMajor
  const loaded = [...text.matchAll(cdnMajor)].map(([, major]) => Number(major))
  return loaded.length > 0 ? Math.min(...loaded) : 0
}

/** Web SDK 3 and older want `sdkKey`, so that it is a finding from 4 on alone. */
function codeOf({ name }: Entry, unit: Unit): Match['code'] | undefined {
  if (name === 'apiKey') return 'api-key-in-join'
  return name === 'sdkKey' && sdkMajorOf(unit) >= 4 ? 'sdk-key-in-join' : undefined
}

const statements: ReadonlySet<string> = new Set(['expression_statement'])

/** Whether the object that an entry stands in is of no use but for this call. */
function servesOnly({ input }: Join, { name, node }: Entry, unit: Unit): boolean {
  const { scopes } = unit.evaluator
  const declarator = node.parent?.parent
  const holder = declarator?.type === 'variable_declarator' ? declarator.get('name') : undefined
  if (holder?.type !== 'identifier') return false
  return descendants(scopes.root).every((use) => {
    if (use.text !== holder.text || use === holder || input.contains(use)) return true
    if (!/^(?:shorthand_property_)?identifier$/.test(use.type)) return true
    if (!scopes.visible(use.text, use).some((each) => each.node === declarator)) return true
    const log = use.closest(statements)
    if (log && unit.language.logs.test(log.text)) return true
    return use.field === 'object' && ![name, undefined].includes(use.parent?.get('property')?.text)
  })
}

function matchOf(join: Join, entry: Entry, unit: Unit): Match | undefined {
  const code = codeOf(entry, unit)
  if (!code) return undefined
  const found = { code, place: entry.node, confidence: 'high' } as const
  return join.input.contains(entry.node) || servesOnly(join, entry, unit)
    ? { ...found, remove: [entry.node] }
    : {
        ...found,
        manual: 'The object that it stands in may serve others too: see who else reads it.',
      }
}

/** `apiKey` and `sdkKey` given to `join`, which today's SDKs take from the signature. */
export const keyInJoin: Rule = {
  name: 'key-in-join',
  codes: ['api-key-in-join', 'sdk-key-in-join'],
  markers: ['zoommtg', 'zoommtgembedded', '@zoom/meetingsdk', '@zoomus/websdk'],
  common: ['join'],
  *find(unit) {
    const seen = new Set<SyntaxNode>()
    for (const node of descendants(unit.root)) {
      const join = joinOf(unit, node)
      for (const entry of join?.entries ?? []) {
        const match = join && !seen.has(entry.node) ? matchOf(join, entry, unit) : undefined
        if (match) yield match
        if (match) seen.add(entry.node)
      }
    }
  },
}
