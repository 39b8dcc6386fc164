import { decodeBase64Text, withoutPadding } from './decode-base64.ts'
import type { JsonObject, JwtDetection } from './detection.ts'
import { encodeBase64, toBase64url } from './encode-base64.ts'
import { type MessageRow, type MessageVariant, variantsOf } from './message-variant.ts'
import { type JsonStyle, writeJson } from './write-json.ts'

const python: JsonStyle = { spaced: true, escapeUnicode: true }

const styles: readonly (readonly [string, JsonStyle])[] = [
  ['compact', {}],
  ['with ", " and ": "', python],
  ['with sorted names', { sorted: true }],
  ['sorted, with ", " and ": "', { ...python, sorted: true }],
  ['with \\/ for /', { escapeSlashes: true }],
  ['with \\uXXXX', { escapeUnicode: true }],
  ['with \\/ and \\uXXXX', { escapeSlashes: true, escapeUnicode: true }],
]

/** Orders in which samples and SDKs write the claims; others follow as they come. */
const orders: readonly (readonly [string, string])[] = [
  ['the order of 2022', 'sdkKey mn role iat exp appKey tokenExp'],
  ['the order of 2025', 'appKey sdkKey mn role iat exp tokenExp'],
  ['sdkKey and appKey first', 'sdkKey appKey mn role iat exp tokenExp'],
  ['the order of SDK 2.18', 'sdkKey appKey iat exp mn role'],
  ['the order of SDK 3', 'appKey sdkKey iat exp mn role'],
  ['iat and exp first', 'iat exp tokenExp'],
  ['keys last', 'mn role iat exp tokenExp sdkKey appKey'],
]

const spacedHeaders = ['{"alg": "HS256", "typ": "JWT"}', '{"typ": "JWT", "alg": "HS256"}']
const headers: readonly string[] = [
  '{"alg":"HS256","typ":"JWT"}',
  '{"typ":"JWT","alg":"HS256"}',
  '{"alg":"HS256"}',
  ...spacedHeaders,
]

function reorder(claims: JsonObject, first: string): JsonObject {
  // JSON leaves out those that are not there.
  return { ...Object.fromEntries(first.split(' ').map((name) => [name, claims[name]])), ...claims }
}

function retype(claims: JsonObject, name: string): JsonObject {
  const value = claims[name]
  if (typeof value === 'string') return { ...claims, [name]: Number(value) }
  return typeof value === 'number' ? { ...claims, [name]: String(value) } : claims
}

/** The claims as other code would have written them. */
function payloads(claims: JsonObject): readonly MessageRow[] {
  return [
    ...styles.map(([seen, style]): MessageRow => [seen, () => writeJson(claims, style)]),
    ...[2, 4].map((n): MessageRow => [`indented by ${n}`, () => JSON.stringify(claims, null, n)]),
    ...orders.map(
      ([seen, first]): MessageRow => [seen, () => JSON.stringify(reorder(claims, first))],
    ),
    ...['mn', 'role'].map(
      (name): MessageRow => [
        `with ${name} of the other type`,
        () => JSON.stringify(retype(claims, name)),
      ],
    ),
  ]
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
  const both = (write: (part: string) => string, between = '.'): string =>
    write(header) + between + write(payload)
  const textOf = (part: string): string => decodeBase64Text(part) ?? ''
  const encode = (text: string): string => toBase64url(encodeBase64(text))
  const written = claims ? payloads(claims) : []
  return [
    ...variantsOf('signed-wrong-message', [
      ['the parts with the standard alphabet and =', () => both((part) => pad(toStandard(part)))],
      ['the parts with the standard alphabet', () => both(toStandard)],
      ['the parts with =', () => both((part) => pad(toBase64url(part)))],
      ['the parts in base64url', () => both(toBase64url)],
      ['payload alone', () => payload],
      ['header alone', () => header],
      ['payload.header', () => `${payload}.${header}`],
      ['header and payload without a dot', () => header + payload],
      ['header.payload and a dot', () => `${header}.${payload}.`],
      ['header.payload and a line feed', () => `${header}.${payload}\n`],
      ['the JSON texts, not encoded', () => both(textOf)],
      ['the JSON texts, not encoded, without a dot', () => both(textOf, '')],
      ['the JSON of the payload', () => textOf(payload)],
      ['base64 of header.payload', () => encodeBase64(`${header}.${payload}`)],
    ]),
    ...variantsOf('payload-reserialized', [
      ...headers.map((json): MessageRow => [`header ${json}`, () => `${encode(json)}.${payload}`]),
      ...written.map(
        ([seen, make]): MessageRow => [`payload ${seen}`, () => `${header}.${encode(make())}`],
      ),
      ...(claims ? spacedHeaders : []).map(
        (json): MessageRow => [
          'both parts with ", " and ": "',
          () => `${encode(json)}.${encode(writeJson(claims, python))}`,
        ],
      ),
    ]),
  ]
}
