import type { IssueCode } from '@sigshift/spec'
import { callbackOf, logsOnly } from '../languages/javascript/callback.ts'
import { requestWithCallbacks } from '../languages/javascript/fetch-signature.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { descendants } from '../syntax/syntax-node.ts'
import type { Entry, Term } from '../terms/term.ts'
import type { Match, Rule, Unit } from './rule.ts'

const codes: Readonly<Record<string, IssueCode>> = {
  generateSignature: 'generate-signature-call',
  generateSDKSignature: 'generate-sdk-signature-call',
}

/** The SDK under its usual names; an object of another kind can have a method of this name too. */
const sdk = /(?:^|[.\s(])(?:ZoomMtg|ZoomMtgEmbedded|zoomMtg|ZoomMtgLang)\b/i

function entry(entries: readonly Entry[], pattern: RegExp): Entry | undefined {
  return entries.find(({ name }) => pattern.test(name))
}

function valueNamed(entries: readonly Entry[], pattern: RegExp): Term | undefined {
  return entry(entries, pattern)?.value
}

/** The call where its value is not used: by itself, or given to a name that nothing reads. */
function unusedPlace(call: SyntaxNode): SyntaxNode | undefined {
  const { parent } = call
  if (parent?.type === 'expression_statement') return call
  const statement = parent?.parent
  const name = parent?.type === 'variable_declarator' ? parent.get('name') : undefined
  if (!statement || !name || statement.namedChildren.length !== 1) return undefined
  let uses = 0
  for (const node of descendants(statement.parent ?? statement)) {
    if (/^(?:shorthand_property_)?identifier$/.test(node.type) && node.text === name.text) uses += 1
  }
  return uses === 1 ? statement : undefined
}

function replacementOf(
  unit: Unit,
  node: SyntaxNode,
  entries: readonly Entry[],
): Pick<Match, 'replacement' | 'manual'> {
  const ask = unit.language.template?.fetch
  const meetingNumber = valueNamed(entries, /^(?:meetingNumber|meetingId|mn)$/)
  const role = valueNamed(entries, /^role$/)
  if (!ask || !meetingNumber || !role)
    return { manual: 'The meeting number or the role is not given here.' }
  const parts = { meetingNumber, role }
  const success = callbackOf(node, 'success')
  const error = callbackOf(node, 'error')
  const whole = unusedPlace(node)
  if (whole && success) {
    return {
      replacement: {
        node: whole,
        write: (context) => requestWithCallbacks(parts, { success, error }, context),
      },
    }
  }
  if ((success && !logsOnly(success)) || (error && !logsOnly(error))) {
    return { manual: 'Both the answer and the callbacks of this call are used.' }
  }
  return { replacement: { node, write: (context) => ask(parts, context) } }
}

function matchAt(unit: Unit, node: SyntaxNode): Match | undefined {
  const call = unit.evaluator.callOf(node)
  const code = call && codes[call.name]
  const [input] = call?.args ?? []
  if (!call?.receiver || !code || !input) return undefined
  const given = unit.evaluator.term(input)
  const entries = given.kind === 'object' ? given.entries : []
  const secret = entry(entries, /secret$/i)
  const isSdk = sdk.test(call.receiver.text)
  if (!isSdk && !(secret && entry(entries, /^(?:api|sdk)Key$/))) return undefined
  return {
    code,
    place: node,
    confidence: secret ? 'high' : 'medium',
    secretInBrowser: secret !== undefined,
    notes: secret ? ['the secret is in reach of every visitor: rotate it'] : [],
    ...replacementOf(unit, node, entries),
  }
}

/** The SDK's own signing calls, which need the secret in the page and are gone from today's SDK. */
export const generateSignatureCall: Rule = {
  name: 'generate-signature-call',
  codes: ['generate-signature-call', 'generate-sdk-signature-call'],
  markers: ['generatesignature', 'generatesdksignature'],
  *find(unit) {
    for (const node of descendants(unit.root)) {
      const match = matchAt(unit, node)
      if (match) yield match
    }
  },
}
