import { isOrdinaryBase64, type MeetingJwt } from '../meanings/meeting-jwt.ts'
import type { Edit } from '../rewrite/edit.ts'
import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import { plain, type Term } from '../terms/term.ts'
import type { Unit } from './rule.ts'

/** The name of the encoding in `bytes.toString('base64')` and `hmac.digest('hex')` of Node.js. */
function encodingOf(node: SyntaxNode, { evaluator }: Unit): SyntaxNode | undefined {
  const call = evaluator.callOf(node)
  const [encoding] = call?.args ?? []
  return call && /^(?:toString|digest)$/.test(call.name) && encoding?.type === 'string'
    ? encoding
    : undefined
}

/** What a term encodes, where it is encoded once. */
function contentOf(term: Term): Term | undefined {
  const inner = plain(term)
  if (inner.kind !== 'base64' && inner.kind !== 'hex') return undefined
  return /^(?:base64|hex)$/.test(plain(inner.of).kind) ? undefined : inner.of
}

/** The edit after which a part is base64url; nothing where a function makes it for others too. */
function editsOf(content: Term | undefined, unit: Unit): readonly Edit[] {
  const places = descendants(unit.root).flatMap((node) => {
    const encoding = encodingOf(node, unit)
    const isSame = encoding && content && contentOf(unit.evaluator.term(node)) === content
    return isSame ? [encoding] : []
  })
  const [only] = places
  return only && places.length === 1 ? [[only.start + 1, only.end - 1, 'base64url']] : []
}

/**
 * The edits that make the parts of a JWT base64url. Nothing where one of them is made by a
 * function, or where the MAC is over a part that is made once more.
 */
export function base64urlEdits(
  { badlyEncoded, signed }: MeetingJwt,
  unit: Unit,
): readonly Edit[] | undefined {
  if (!/^(?:javascript|typescript|tsx)$/.test(unit.language.name)) return undefined
  const contents = badlyEncoded.map(contentOf)
  const isOther = (part: Term): boolean =>
    isOrdinaryBase64(part) && !contents.includes(contentOf(part))
  const edits = contents.flatMap((content) => editsOf(content, unit))
  return edits.length === contents.length && !signed.some(isOther) ? edits : undefined
}
