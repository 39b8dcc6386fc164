import type { TokenIssueCode } from '@sigshift/spec'
import { Base64 } from 'js-base64'
import { decodeBase64Text } from './decode-base64.ts'
import type { JsonObject, JwtDetection } from './detection.ts'
import { withoutPadding } from './mac-form.ts'
import { type JsonStyle, writeJson } from './write-json.ts'

/** A text that a signer may have fed to the HMAC instead of `header.payload`. */
export interface MessageVariant {
  readonly code: TokenIssueCode
  readonly seen: string
  /** May throw where the claims are too deep to be written; that variant is then no candidate. */
  readonly make: () => string
}

const compact: JsonStyle = { itemSeparator: ',', nameSeparator: ':' }
const python: JsonStyle = { itemSeparator: ', ', nameSeparator: ': ', escapeUnicode: true }

/** Orders in which samples and SDKs write the claims; others follow as they come. */
const orders: readonly (readonly [string, readonly string[]])[] = [
  ['the order of 2022', ['sdkKey', 'mn', 'role', 'iat', 'exp', 'appKey', 'tokenExp']],
  ['the order of 2025', ['appKey', 'sdkKey', 'mn', 'role', 'iat', 'exp', 'tokenExp']],
  ['sdkKey and appKey first', ['sdkKey', 'appKey', 'mn', 'role', 'iat', 'exp', 'tokenExp']],
  ['the order of SDK 2.18', ['sdkKey', 'appKey', 'iat', 'exp', 'mn', 'role']],
  ['the order of SDK 3', ['appKey', 'sdkKey', 'iat', 'exp', 'mn', 'role']],
  ['iat and exp first', ['iat', 'exp', 'tokenExp']],
  ['keys last', ['mn', 'role', 'iat', 'exp', 'tokenExp', 'sdkKey', 'appKey']],
]

function reorder(claims: JsonObject, first: readonly string[]): JsonObject {
  const names = Object.keys(claims)
  const ordered = [
    ...first.filter((name) => names.includes(name)),
    ...names.filter((name) => !first.includes(name)),
  ]
  return Object.fromEntries(ordered.map((name) => [name, claims[name]]))
}

function retype(claims: JsonObject, name: string): JsonObject {
  const value = claims[name]
  if (typeof value === 'string') return { ...claims, [name]: Number(value) }
  return typeof value === 'number' ? { ...claims, [name]: String(value) } : claims
}

const headers: readonly string[] = [
  '{"alg":"HS256","typ":"JWT"}',
  '{"typ":"JWT","alg":"HS256"}',
  '{"alg":"HS256"}',
  '{"alg": "HS256", "typ": "JWT"}',
  '{"typ": "JWT", "alg": "HS256"}',
]

/** The payload as other code would have written it: what it was, and how to write it. */
function payloads(claims: JsonObject): readonly (readonly [string, () => string])[] {
  return [
    ['compact', () => writeJson(claims, compact)],
    ['with ", " and ": "', () => writeJson(claims, python)],
    ['indented by 2', () => JSON.stringify(claims, null, 2)],
    ['indented by 4', () => JSON.stringify(claims, null, 4)],
    ['with sorted names', () => writeJson(claims, { ...compact, sorted: true })],
    ['sorted, with ", " and ": "', () => writeJson(claims, { ...python, sorted: true })],
    ['with \\/ for /', () => writeJson(claims, { ...compact, escapeSlashes: true })],
    ['with \\uXXXX', () => writeJson(claims, { ...compact, escapeUnicode: true })],
    [
      'with \\/ and \\uXXXX',
      () => writeJson(claims, { ...compact, escapeSlashes: true, escapeUnicode: true }),
    ],
    ...orders.map(
      ([name, first]) => [name, () => writeJson(reorder(claims, first), compact)] as const,
    ),
    ['with mn of the other type', () => writeJson(retype(claims, 'mn'), compact)],
    ['with role of the other type', () => writeJson(retype(claims, 'role'), compact)],
  ]
}

function toUrl(part: string): string {
  return withoutPadding(part).replaceAll('+', '-').replaceAll('/', '_')
}

function toStandard(part: string): string {
  return withoutPadding(part).replaceAll('-', '+').replaceAll('_', '/')
}

function pad(part: string): string {
  return part.padEnd(Math.ceil(part.length / 4) * 4, '=')
}

/** Every message tried for a JWT whose MAC does not fit its own first two parts, likeliest first. */
export function jwtMessages({ parts, claims }: JwtDetection): readonly MessageVariant[] {
  const [header = '', payload = ''] = parts
  const wrong = (seen: string, make: () => string): MessageVariant => ({
    code: 'signed-wrong-message',
    seen,
    make,
  })
  const rewritten = (seen: string, make: () => string): MessageVariant => ({
    code: 'payload-reserialized',
    seen,
    make,
  })
  const texts = (): string[] => [header, payload].map((part) => decodeBase64Text(part) ?? '')
  return [
    wrong('the parts with the standard alphabet and =', () =>
      [header, payload].map((part) => pad(toStandard(part))).join('.'),
    ),
    wrong('the parts with the standard alphabet', () =>
      [header, payload].map(toStandard).join('.'),
    ),
    wrong('the parts with =', () => [header, payload].map((part) => pad(toUrl(part))).join('.')),
    wrong('the parts in base64url', () => [header, payload].map(toUrl).join('.')),
    wrong('payload alone', () => payload),
    wrong('header alone', () => header),
    wrong('payload.header', () => `${payload}.${header}`),
    wrong('header and payload without a dot', () => header + payload),
    wrong('header.payload and a dot', () => `${header}.${payload}.`),
    wrong('header.payload and a line feed', () => `${header}.${payload}\n`),
    wrong('the JSON texts, not encoded', () => texts().join('.')),
    wrong('the JSON texts, not encoded, without a dot', () => texts().join('')),
    wrong('the JSON of the payload', () => texts()[1] as string),
    wrong('base64 of header.payload', () => Base64.encode(`${header}.${payload}`)),
    ...headers.map((json) =>
      rewritten(`header ${json}`, () => `${Base64.encodeURI(json)}.${payload}`),
    ),
    ...(claims ? payloads(claims) : []).map(([seen, make]) =>
      rewritten(`payload ${seen}`, () => `${header}.${Base64.encodeURI(make())}`),
    ),
    ...(claims
      ? headers
          .slice(3)
          .map((json) =>
            rewritten(
              `both parts with ", " and ": "`,
              () => `${Base64.encodeURI(json)}.${Base64.encodeURI(writeJson(claims, python))}`,
            ),
          )
      : []),
  ]
}
