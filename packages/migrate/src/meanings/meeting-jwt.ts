import { dotFields, type Entry, plain, type Term, termsIn } from '../terms/term.ts'

/** Code that signs a Meeting SDK JWT. */
export interface MeetingJwt {
  readonly entries: readonly Entry[]
  readonly payload: Term
  /** Whether a part is encoded other than base64url without padding; unknown for libraries. */
  readonly badEncoding: boolean
}

type Base64 = Extract<Term, { kind: 'base64' }>

function isBadBase64(term: Term | undefined): boolean {
  const inner = term && plain(term)
  return (
    inner?.kind === 'hex' ||
    (inner?.kind === 'base64' && ((inner as Base64).plus || (inner as Base64).padding))
  )
}

function objectIn(term: Term): Extract<Term, { kind: 'object' }> | undefined {
  for (const inner of termsIn(term)) if (inner.kind === 'object') return inner
  return undefined
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
      ? { entries: payload.entries, payload, badEncoding: false }
      : undefined
  }
  const fields = dotFields(plain(term))
  if (fields.length !== 3) return undefined
  const [header, body, mac] = fields.map((field) => (field.length === 1 ? field[0] : undefined))
  const payload = body && objectIn(body)
  if (!payload || !isMeeting(payload.entries)) return undefined
  return { entries: payload.entries, payload, badEncoding: [header, body, mac].some(isBadBase64) }
}
