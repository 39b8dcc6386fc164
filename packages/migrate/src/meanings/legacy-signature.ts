import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { dotFields, hasTime, partsOf, plain, type Term, unwrap } from '../terms/term.ts'

export type LegacyFlaw =
  | 'raw-message'
  | 'hex-mac'
  | 'not-encoded'
  | 'buffer-arguments'
  | 'hash-only'
  | 'hybrid'
  | 'beside-message'

/** Code that makes the old signature, with the parts that the new one is made from. */
export interface LegacySignature {
  /** The expression whose value is the signature. */
  readonly node: SyntaxNode
  readonly key: Term | undefined
  readonly secret: Term
  readonly meetingNumber: Term | undefined
  readonly role: Term | undefined
  readonly flaws: readonly LegacyFlaw[]
  /** Whether the time comes from outside, so that something else goes on with it. */
  readonly isStep?: boolean
}

type Mac = Extract<Term, { kind: 'hmac' }>

function only(field: readonly Term[] | undefined): Term | undefined {
  const first = field?.[0]
  return field?.length === 1 && first ? first : undefined
}

function macOf(field: readonly Term[] | undefined): Mac | undefined {
  const term = only(field)
  const inner = term && unwrap(term)
  return inner?.kind === 'hmac' ? inner : undefined
}

/** Every way in which the joined text can be wrapped: base64, `String()`, nothing. */
function fieldsOf(term: Term): { fields: readonly (readonly Term[])[]; flaws: LegacyFlaw[] } {
  const inner = unwrap(term)
  const flaws: LegacyFlaw[] = plain(term).kind === 'base64' ? [] : ['not-encoded']
  if (inner.kind === 'list')
    return { fields: inner.items.map((item) => [item]), flaws: ['buffer-arguments'] }
  return { fields: dotFields(inner), flaws }
}

/** JWTs sign text that has a dot in it, or claims; other services sign lines and query strings. */
function isPlainMessage(parts: readonly Term[]): boolean {
  return (
    parts.every((part) => part.kind !== 'text' || /^[0-9]?$/.test(part.value)) && parts.length >= 3
  )
}

const roleName = /role|host|attendee|_r\b/i
const meetingName = /meet|\bmn\b|conf|webinar|room|platform|number|session/i

function find(terms: readonly Term[], pattern: RegExp): Term | undefined {
  return terms.find((term) => pattern.test(term.node.text))
}

function flawsOfMac(mac: Mac, field: Term | undefined): LegacyFlaw[] {
  const flaws: LegacyFlaw[] = []
  if (plain(mac.message).kind !== 'base64') flaws.push('raw-message')
  for (let term = field && plain(field); term; ) {
    if (term.kind === 'hex') flaws.push('hex-mac')
    term = term.kind === 'base64' || term.kind === 'hex' ? plain(term.of) : undefined
  }
  return flaws
}

/** Whether a term in one list stands for the same value as one in the other. */
function shared(left: readonly Term[], right: readonly Term[]): number {
  const texts = new Set(left.map((term) => plain(term).node.text))
  return right.filter((term) => texts.has(plain(term).node.text)).length
}

function readable(...terms: readonly (Term | undefined)[]): Term | undefined {
  return terms.map((term) => term && plain(term)).find((term) => term && !term.inlined)
}

/** `base64(key.number.time.role.mac)`, and what people made of it. */
export function legacySignatureOf(term: Term): LegacySignature | undefined {
  const { fields, flaws } = fieldsOf(term)
  if (fields.length < 4 || fields.length > 7) return undefined
  const mac = fields.map(macOf).findLast((found) => found !== undefined)
  if (!mac) return undefined
  const message = partsOf(unwrap(mac.message))
  const values = fields.slice(0, -1).flatMap((field) => only(field) ?? [])
  if (dotFields(unwrap(mac.message)).length > 2 && !dottedMessage(mac)) return undefined
  const named = find(values, roleName) !== undefined || find(values, meetingName) !== undefined
  if (shared(values, message) < 2 && !named) return undefined
  if (!isPlainMessage(message) && !named) return undefined
  const inOrder = fields.length === 5
  const allFlaws: readonly LegacyFlaw[] = [
    ...flaws,
    ...flawsOfMac(mac, only(fields.at(-1))),
    ...(inOrder ? [] : (['hybrid'] as const)),
  ]
  if (allFlaws.length > 0 && !tellsOfZoom([...values, ...message])) return undefined
  return {
    node: term.node,
    key: readable(values[0], message[0]),
    secret: mac.key,
    meetingNumber: readable(inOrder ? values[1] : find(values, meetingName), message[1]),
    role: readable(inOrder ? values[3] : find(values, roleName), message[3]),
    flaws: allFlaws,
  }
}

const keyName = /zoom|(?:api|sdk|client|app)_?(?:key|id)\b/i

/** `key.number.time.role`, which only Zoom's names tell from the tickets of others. */
function dottedMessage(mac: Mac): readonly Term[] | undefined {
  const parts = dotFields(unwrap(mac.message)).map(only)
  const [key, number] = parts
  const isZooms = key && number && keyName.test(key.node.text) && meetingName.test(number.node.text)
  return isZooms && parts.length === 4 ? parts.filter((part) => part !== undefined) : undefined
}

/** Cookies and tickets of one's own have fields and a MAC too; a meeting or an API key they have not. */
function tellsOfZoom(terms: readonly Term[]): boolean {
  return find(terms, meetingName) !== undefined || find(terms, keyName) !== undefined
}

/** An HMAC over `key number time role` whose result is used without the other fields. */
export function legacyHashOf(term: Term): LegacySignature | undefined {
  const inner = unwrap(term)
  if (inner.kind !== 'hmac') return undefined
  const message = dottedMessage(inner) ?? partsOf(unwrap(inner.message))
  if (message.length < 4 || message.length > 6 || !isPlainMessage(message)) return undefined
  const role = find(message, roleName) ?? message[3]
  const meetingNumber = find(message, meetingName)
  const timed = message.some((part) => hasTime(part) || /time|\bts\b|now/i.test(part.node.text))
  if (!role || !meetingNumber || !timed) return undefined
  return {
    node: term.node,
    key: readable(message[0]),
    secret: inner.key,
    meetingNumber: readable(meetingNumber),
    role: readable(role),
    flaws: ['hash-only', ...flawsOfMac(inner, term)],
    isStep: !message.some(hasTime),
  }
}

/** `base64(message.mac)`: the MAC beside what was signed, in one piece. */
export function legacyBesideMessageOf(term: Term): LegacySignature | undefined {
  const parts = partsOf(unwrap(term)).filter((part) => part.kind !== 'text' || part.value !== '.')
  const [message, last] = parts
  const mac = parts.length === 2 ? macOf(last && [last]) : undefined
  if (!mac || !message || shared([message], [mac.message]) === 0) return undefined
  const signed = legacyHashOf({ ...mac, node: term.node, inlined: term.inlined })
  return signed && { ...signed, flaws: ['beside-message'] }
}
