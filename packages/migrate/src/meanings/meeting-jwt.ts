import { dotFields, type Entry, plain, type Term, termsIn, unwrap } from '../terms/term.ts'

/** Code that signs a Meeting SDK JWT. */
export interface MeetingJwt {
  readonly entries: readonly Entry[]
  readonly payload: Term
  /** The parts that are encoded other than base64url without padding; none for libraries. */
  readonly badlyEncoded: readonly Term[]
  /** The parts that the MAC is made over, where it is made by hand. */
  readonly signed: readonly Term[]
}

/** Base64 with what base64url has not. */
export function isOrdinaryBase64(term: Term): boolean {
  const inner = plain(term)
  return inner.kind === 'base64' && (inner.plus || inner.padding)
}

function isBadBase64(term: Term): boolean {
  return plain(term).kind === 'hex' || isOrdinaryBase64(term)
}

/** A MAC whose text is encoded once more, as if it were the bytes. */
function isEncodedTwice(term: Term): boolean {
  const inner = plain(term)
  return inner.kind === 'base64' && /^(?:base64|hex)$/.test(plain(inner.of).kind)
}

function objectIn(term: Term): Extract<Term, { kind: 'object' }> | undefined {
  for (const inner of termsIn(term)) if (inner.kind === 'object') return inner
  return undefined
}

function signedBy(mac: Term | undefined): readonly Term[] {
  const inner = mac && unwrap(mac)
  return inner?.kind === 'hmac' ? dotFields(plain(inner.message)).flat() : []
}

function isMeeting(entries: readonly Entry[]): boolean {
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('tpc') || names.has('role_type') || names.has('app_key')) return false
  const meeting = names.has('mn')
  if (names.has('sdkKey') || names.has('appKey'))
    return meeting || names.has('tokenExp') || names.has('role')
  return meeting && names.has('role') && names.has('exp')
}

/** `header.payload.mac` made by hand, or the payload given to a JWT library. */
export function meetingJwtOf(term: Term): MeetingJwt | undefined {
  if (term.kind === 'jwt') {
    const payload = objectIn(term.payload)
    return payload && isMeeting(payload.entries)
      ? { entries: payload.entries, payload, badlyEncoded: [], signed: [] }
      : undefined
  }
  const fields = dotFields(plain(term))
  if (fields.length !== 3) return undefined
  const [header, body, mac] = fields.map((field) => (field.length === 1 ? field[0] : undefined))
  const payload = body && objectIn(body)
  if (!payload || !isMeeting(payload.entries)) return undefined
  const isBad = (part: Term): boolean => isBadBase64(part) || (part === mac && isEncodedTwice(part))
  const badlyEncoded = [header, body, mac].flatMap((part) => (part && isBad(part) ? [part] : []))
  return { entries: payload.entries, payload, badlyEncoded, signed: signedBy(mac) }
}
