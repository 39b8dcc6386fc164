import { classifyJwt } from './classify-jwt.ts'
import { decodeBase64Text } from './decode-base64.ts'
import type { JsonObject, JwtDetection } from './detection.ts'
import { parseJsonObject } from './json-object.ts'

const hs256Header: JsonObject = Object.freeze({ alg: 'HS256', typ: 'JWT' })
const mostParts = 6
const longestPrefix = 200
// `eyJ` is `{"` and two bits more.
const cutHeader = /^eyJ[\w+/-]{5,196}$/

/**
 * Whether the text may have come from .NET's `UrlTokenEncode`, which ends base64url in the number of
 * `=` that it left out.
 */
export function fitsDotnetUrlToken(part: string): boolean {
  const count = part.charCodeAt(part.length - 1) - 48
  return count >= 0 && count <= 2 && (part.length - 1 + count) % 4 === 0
}

function readObject(base64: string): JsonObject | undefined {
  const text = decodeBase64Text(base64)
  return text === undefined ? undefined : parseJsonObject(text)
}

/** A JSON object out of one part of a JWT. */
export function readPart(part: string): JsonObject | undefined {
  const object = readObject(part)
  return object || !fitsDotnetUrlToken(part) ? object : readObject(part.slice(0, -1))
}

function readHeader(part: string): JsonObject | undefined {
  return part === 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9' ? hs256Header : readPart(part)
}

/**
 * Reads a JWT without trust: whole ones, cut ones, and ones with one unreadable part. `undefined` where
 * neither header nor payload is one. While layers may still be around the text, `isBare` is false, and
 * then a header that cannot be read makes it no JWT yet.
 */
export function readJwt(
  text: string,
  signedText: string,
  isBare: boolean,
): Omit<JwtDetection, 'wrappers'> | undefined {
  const parts = text.split('.', mostParts + 1)
  if (parts.length > mostParts) return undefined
  const first = parts[0] as string
  const header = readHeader(first)
  if (!header && !isBare) return undefined
  const claims = parts[1] ? readPart(parts[1]) : undefined
  const kind = classifyJwt(claims, header)
  const isJwt = header
    ? parts.length > 1 || Object.hasOwn(header, 'alg')
    : (parts.length === 3 && kind !== 'other-jwt') || (parts.length === 1 && cutHeader.test(first))
  return isJwt ? { format: 'jwt', kind, text, parts, signedText, header, claims } : undefined
}

/** Where a JWT begins that has something before it; `-1` where none does. */
export function findJwtStart(text: string): number {
  const before = text.slice(0, longestPrefix).search(/[.:\s/=]e(?:yJ|yA|wo)/)
  if (before < 0) return -1
  const token = text.slice(before + 1)
  const [header] = token.split('.', 1) as [string]
  return token.includes('.') && Object.hasOwn(readHeader(header) ?? {}, 'alg') ? before + 1 : -1
}
