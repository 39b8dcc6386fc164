import { decodeBase64, decodeBase64Text } from './decode-base64.ts'
import type { JwtDetection } from './detection.ts'
import { type Finding, found, type JwtSubject, type Rule } from './rule.ts'

const namesShown = 6

function claimNames({ claims }: JwtDetection): string {
  const names: string[] = []
  for (const name in claims) {
    if (names.length === namesShown) return `${names.join(', ')} …`
    names.push(name.length <= 32 ? name : `a name of ${name.length} characters`)
  }
  return names.join(', ') || 'none'
}

function ofKind(kinds: readonly JwtDetection['kind'][]): Rule<JwtSubject>['find'] {
  return ({ detection }) =>
    kinds.includes(detection.kind)
      ? found('claims', claimNames(detection), 'appKey, mn, role, iat, exp')
      : undefined
}

function truncated({ detection: { parts, claims }, macForm }: JwtSubject): Finding {
  if (parts.length < 3) return found('parts', String(parts.length), '3, with a dot between')
  const [, payload, mac] = parts as readonly [string, string, string]
  if (!claims && (payload.length % 4 === 1 || opensObject(payload))) {
    return found('payload', 'JSON that does not end', 'a whole JSON object')
  }
  return parts.length === 3 && (macForm === 'missing' || macForm === 'short')
    ? found('MAC', `${mac.length} characters`, '43 characters')
    : undefined
}

function opensObject(payload: string): boolean {
  return decodeBase64Text(payload)?.trimStart().startsWith('{') === true
}

function payloadNotJson({ detection: { parts, claims } }: JwtSubject): Finding {
  if (claims || parts.length < 3) return undefined
  const payload = parts[1] as string
  const text = decodeBase64Text(payload)
  const seen =
    text !== undefined ? 'other text' : decodeBase64(payload) ? 'bytes, no UTF-8' : 'no base64'
  return found('payload', seen, 'a JSON object in UTF-8')
}

/** What the token is. A row that holds says all there is to say. */
export const kindRules: readonly Rule<JwtSubject>[] = [
  {
    code: 'zoom-issued-token',
    suppresses: 'rest',
    find: ofKind(['zoom-access-token', 'zak', 'obf']),
  },
  { code: 'rest-jwt-app-token', suppresses: 'rest', find: ofKind(['rest-jwt-app']) },
  { code: 'video-sdk-token', suppresses: 'rest', find: ofKind(['video-sdk']) },
  { code: 'cobrowse-token', suppresses: 'rest', find: ofKind(['cobrowse']) },
  {
    code: 'alg-none',
    suppresses: ['token-truncated', 'wrong-algorithm', 'secret-mismatch'],
    find: ({ detection: { header } }) =>
      typeof header?.alg === 'string' && header.alg.toLowerCase() === 'none'
        ? found('alg', header.alg, 'HS256')
        : undefined,
  },
  {
    code: 'token-truncated',
    suppresses: ['payload-not-json', 'secret-mismatch', 'wrong-algorithm', 'not-a-signature'],
    find: truncated,
  },
  { code: 'payload-not-json', suppresses: 'rest', find: payloadNotJson },
  {
    code: 'not-a-signature',
    suppresses: 'rest',
    find: (subject) => (subject.detection.claims ? ofKind(['other-jwt'])(subject) : undefined),
  },
]
