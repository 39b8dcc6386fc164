import { observeSignature } from '../languages/javascript/fetch-signature.ts'
import { observedBy } from '../languages/javascript/observable.ts'
import {
  type LegacySignature,
  legacyBesideMessageOf,
  legacyHashOf,
  legacySignatureOf,
} from '../meanings/legacy-signature.ts'
import { originOf } from '../meanings/origin.ts'
import { partsOf } from '../rewrite/signature-parts.ts'
import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import { hasMac } from '../terms/term-facts.ts'
import { callersWithoutEncoding } from './encoded-by-caller.ts'
import type { Match, Replacement, Rule, Unit } from './rule.ts'

const flawNotes = {
  'raw-message': 'the HMAC is over the raw message, not its base64',
  'hex-mac': 'the MAC is in hex',
  'not-encoded': 'the joined text is not base64-encoded',
  'buffer-arguments': 'Buffer.from gets the fields as arguments and drops all but the first',
  'hash-only': 'only the MAC is used, without the other fields',
  'beside-message': 'the MAC stands beside the whole message',
  hybrid: 'the fields are not those of Zoom’s samples',
} as const

interface Candidate {
  readonly signature: LegacySignature
  readonly direct: ReadonlySet<SyntaxNode>
  readonly through: ReadonlySet<SyntaxNode>
}

function candidatesOf(unit: Unit, meaning: typeof legacySignatureOf): Candidate[] {
  const { root, language, evaluator } = unit
  const found: Candidate[] = []
  for (const node of descendants(root)) {
    if (!language.expressions.has(node.type)) continue
    const term = evaluator.term(node)
    if (!hasMac(term)) continue
    const signature = meaning({ ...term, node })
    if (signature) found.push({ signature, ...evaluator.basisOf(node) })
  }
  return found
}

/** Whether a text is only shown, so that nothing is signed with it. */
function isLogged({ node, flaws }: LegacySignature, { language }: Unit): boolean {
  let statement = node
  while (statement.parent && !language.blocks.has(statement.parent.type))
    statement = statement.parent
  return flaws.includes('not-encoded') && language.logs.test(statement.text)
}

/** Without what is logged beside the code that is meant. */
function withoutLogs(candidates: readonly Candidate[], unit: Unit): readonly Candidate[] {
  const meant = candidates.filter(({ signature }) => !isLogged(signature, unit))
  return meant.length > 0 ? meant : candidates
}

/** Of a chain `joined → encoded → stripped` only the last counts; of a call of a function, its body. */
function outermost(candidates: readonly Candidate[]): Candidate[] {
  const nodes = new Set(candidates.map(({ signature }) => signature.node))
  const calls = candidates.filter(({ through }) => [...through].some((node) => nodes.has(node)))
  const own = candidates.filter((candidate) => !calls.includes(candidate))
  return own.filter(
    ({ signature: { node } }) =>
      !own.some((other) => other.signature.node !== node && other.direct.has(node)),
  )
}

const answers =
  /^(?:return_statement|arrow_function|pair|echo_statement|array_element_initializer)$/

/** Whether a value is what a function answers or what is sent, so that nothing is joined to it. */
function isAnswer(node: SyntaxNode, unit: Unit): boolean {
  return answers.test(node.parent?.type ?? '') || isNamedAnswer(node, unit)
}

/** Whether a name holds the value that is answered everywhere, but for what is logged. */
function isNamedAnswer(node: SyntaxNode, { evaluator, language }: Unit): boolean {
  const { scopes } = evaluator
  const binding = scopes.all.find(({ kind, value }) => kind === 'value' && value === node)
  if (!binding || !/sig/i.test(binding.name)) return false
  const uses = descendants(scopes.root).filter((use) => {
    if (language.nameOf(use) !== binding.name || binding.node.contains(use)) return false
    if (!scopes.visible(binding.name, use).includes(binding)) return false
    const statement = use.closest(language.statements)
    return !statement || !language.logs.test(statement.text)
  })
  return uses.length > 0 && uses.every(({ parent }) => answers.test(parent?.type ?? ''))
}

function replacementOf(
  unit: Unit,
  signature: LegacySignature,
): Pick<Match, 'replacement' | 'remove' | 'manual'> {
  const { template } = unit.language
  const { node, meetingNumber, role } = signature
  const ask = template?.fetch
  if (signature.flaws.includes('hash-only') && (signature.isStep || !isAnswer(node, unit))) {
    return {
      manual: 'Only the MAC is made here, and what becomes of it cannot be told from the code.',
    }
  }
  if (unit.inBrowser && ask) {
    if (!meetingNumber || !role)
      return { manual: 'The meeting number or the role cannot be told from the code.' }
    const parts = { meetingNumber, role }
    const observed = observedBy(node, unit.evaluator)
    const writeAsked: Replacement['write'] = (context) =>
      observed ? observeSignature(parts, context) : ask(parts, context)
    return {
      replacement: { node: observed?.call ?? node, write: writeAsked },
      ...(observed ? { remove: observed.remove } : {}),
    }
  }
  const parts = partsOf(signature)
  if ('reason' in parts) return { manual: parts.reason }
  if (!template) return { manual: `There is no rewrite for ${unit.language.name} yet.` }
  return { replacement: { node, write: (context) => template.write(parts, context) } }
}

const noBytes = 'A caller encodes what is made here, and takes it as bytes.'

function matchOf(
  unit: Unit,
  signature: LegacySignature,
  callers: readonly SyntaxNode[] = [],
): Match {
  const made = replacementOf(unit, signature)
  const joins = signature.flaws.includes('not-encoded')
  const edits = joins ? callersWithoutEncoding(unit, signature.node, callers) : []
  return {
    code: 'legacy-hmac-code',
    place: signature.node,
    confidence: signature.flaws.includes('hash-only') ? 'medium' : 'high',
    notes: signature.flaws.map((flaw) => flawNotes[flaw]),
    origin: originOf(unit.language.name, unit.text, signature.flaws),
    secretInBrowser: unit.inBrowser,
    ...made,
    ...(edits === undefined ? { manual: made.manual ?? noBytes } : {}),
    ...(edits !== undefined && edits.length > 0 && made.manual === undefined ? { edits } : {}),
  }
}

/** Whether an HMAC is made at all, so that the whole file is worth working out. */
function makesMac({ root, language, evaluator }: Unit): boolean {
  return descendants(root).some((node) => {
    const name = evaluator.callOf(node)?.name
    return name !== undefined && language.macCalls.has(name) && hasMac(evaluator.term(node))
  })
}

/** Code that makes the old signature. */
export const legacyHmacCode: Rule = {
  name: 'legacy-hmac-code',
  codes: ['legacy-hmac-code'],
  markers: ['hmac', 'encodesha256'],
  besides: ['base64', 'b64', '64encode', 'encode64', 'btoa', 'pack(', 'meeting', 'zoom'],
  *find(unit) {
    if (!makesMac(unit)) return
    const candidates = withoutLogs(candidatesOf(unit, legacySignatureOf), unit)
    const signatures = outermost(candidates)
    const all = candidates.map(({ signature }) => signature.node)
    for (const { signature } of signatures) yield matchOf(unit, signature, all)
    const covered = signatures.flatMap(({ signature, direct, through }) => [
      signature.node,
      ...direct,
      ...through,
    ])
    const known = new Set(covered)
    const hashes = candidatesOf(unit, (term) => legacyBesideMessageOf(term) ?? legacyHashOf(term))
    for (const { signature } of outermost(hashes)) {
      if (!known.has(signature.node)) yield matchOf(unit, signature)
    }
  },
}
