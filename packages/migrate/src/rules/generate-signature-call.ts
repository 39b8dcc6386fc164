import type { IssueCode } from '@sigshift/spec'
import { callbackOf, logsOnly } from '../languages/javascript/callback.ts'
import {
  fetchWithCallbacks,
  observeSignature,
  requestWithCallbacks,
} from '../languages/javascript/fetch-signature.ts'
import { observedBy } from '../languages/javascript/observable.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { descendants } from '../syntax/syntax-node.ts'
import type { Entry, Term } from '../terms/term.ts'
import type { Match, Replacement, Rule, Unit } from './rule.ts'

const codes: ReadonlyMap<string, IssueCode> = new Map([
  ['generateSignature', 'generate-signature-call'],
  ['generateSDKSignature', 'generate-sdk-signature-call'],
])

/** The SDK under its usual names; an object of another kind can have a method of this name too. */
const sdk = /(?:^|[.\s(])(?:ZoomMtg|ZoomMtgEmbedded|zoomMtg|ZoomMtgLang)\b/i

function entry(entries: readonly Entry[], pattern: RegExp): Entry | undefined {
  return entries.find(({ name }) => pattern.test(name))
}

/** A value given to the call: its own member, or the member of an object that it is given whole. */
function given(
  input: SyntaxNode,
  name: string,
  pattern: RegExp,
  { evaluator }: Unit,
): Term | string | undefined {
  const all = evaluator.term(input)
  const known = all.kind === 'object' ? entry(all.entries, pattern) : undefined
  if (input.type === 'object' && known && input.contains(known.node)) return known.value
  const spread = input.namedChildren.findLast(({ type }) => type === 'spread_element')
  const whole = input.type === 'object' ? spread?.namedChildren[0] : input
  return whole && /^(?:identifier|member_expression|this)$/.test(whole.type)
    ? `${whole.text}.${known?.name ?? name}`
    : undefined
}

/** The call where its value is not used: by itself, or given to a name that nothing reads. */
function unusedPlace(call: SyntaxNode, { evaluator: { scopes } }: Unit): SyntaxNode | undefined {
  const { parent } = call
  if (parent?.type === 'expression_statement') return call
  const statement = parent?.parent
  const name = parent?.type === 'variable_declarator' ? parent.get('name') : undefined
  if (!statement || !name || statement.namedChildren.length !== 1) return undefined
  const isUse = (node: SyntaxNode): boolean =>
    /^(?:shorthand_property_)?identifier$/.test(node.type) &&
    node.text === name.text &&
    node !== name &&
    scopes.visible(node.text, node).some((binding) => binding.node === parent)
  return descendants(scopes.root).some(isUse) ? undefined : statement
}

function replacementOf(
  unit: Unit,
  node: SyntaxNode,
  input: SyntaxNode,
): Pick<Match, 'replacement' | 'remove' | 'manual'> {
  const ask = unit.language.template?.fetch
  const meetingNumber = given(input, 'meetingNumber', /^(?:meetingNumber|meetingId|mn)$/, unit)
  const role = given(input, 'role', /^role$/, unit)
  if (!ask || !meetingNumber || !role)
    return { manual: 'The meeting number or the role is not given here.' }
  const parts = { meetingNumber, role }
  const success = callbackOf(node, 'success')
  const error = callbackOf(node, 'error')
  const whole = unusedPlace(node, unit)
  const isUsed = (callback: SyntaxNode | undefined) => callback && !logsOnly(callback)
  const write = (place: SyntaxNode, how: Replacement['write']) => ({
    replacement: { node: place, write: how },
  })
  if (whole && success)
    return write(whole, (context) => requestWithCallbacks(parts, { success, error }, context))
  if (success && (isUsed(success) || isUsed(error)))
    return write(node, (context) => fetchWithCallbacks(parts, { success, error }, context))
  if (isUsed(error)) return { manual: 'The callback for failures of this call is used.' }
  const observed = observedBy(node, unit.evaluator)
  return observed
    ? {
        ...write(observed.call, (context) => observeSignature(parts, context)),
        remove: observed.remove,
      }
    : write(node, (context) => ask(parts, context))
}

function matchAt(unit: Unit, node: SyntaxNode): Match | undefined {
  const call = unit.evaluator.callOf(node)
  const code = call && codes.get(call.name)
  const [input] = call?.args ?? []
  if (!call?.receiver || !code || !input) return undefined
  const term = unit.evaluator.term(input)
  const entries = term.kind === 'object' ? term.entries : []
  const secret = entry(entries, /secret$/i)
  const isSdk = sdk.test(call.receiver.text)
  if (!isSdk && !(secret && entry(entries, /^(?:api|sdk)Key$/))) return undefined
  return {
    code,
    place: node,
    confidence: secret ? 'high' : 'medium',
    secretInBrowser: secret !== undefined,
    notes: secret ? ['the secret is in reach of every visitor: rotate it'] : [],
    ...replacementOf(unit, node, input),
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
