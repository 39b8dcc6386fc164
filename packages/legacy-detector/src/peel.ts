import { decodeBase64Text, withoutPadding } from './decode-base64.ts'
import type { Wrapper, WrapperKind } from './detection.ts'
import { parseJson } from './json-object.ts'
import { macLength } from './mac-form.ts'
import { findJwtStart, readPart } from './read-jwt.ts'
import { findSignatureMember } from './signature-member.ts'

/** What is left when one layer is off, and what the layer was. */
export interface Peeled {
  readonly wrapper: Wrapper
  readonly text: string
}

/** Takes one kind of layer off; `undefined` where there is none. */
type Peel = (text: string) => { readonly text: string; readonly seen: string } | undefined

// Zero-width and direction marks, soft hyphen, byte order mark, NUL and other controls but white space.
const invisible = /(?![\t-\r])[\p{Cc}\p{Cf}]/gu
// No part of it repeats over the same characters, so it never backtracks far.
const assignment =
  /^[?&]?(?:(?:const|let|var|export)[ \t]{1,9})?["']?(?:signature|token|jwt|sdk_?jwt|authorization)["']?[ \t]{0,9}[:=][ \t]{0,9}/i
const bearer = /^(?:bearer|jwt|token)[ \t:]{1,9}/i
const quotePairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
]

function named(name: string): string {
  return name.length <= 40 ? name : `text of ${name.length} characters`
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Takes away what the pattern finds. */
function without(pattern: RegExp, describe: (found: string) => string): Peel {
  return (text) => {
    const found = text.match(pattern)?.[0]
    return found ? { text: text.replace(pattern, ''), seen: describe(found) } : undefined
  }
}

function peelOuterSpace(text: string): ReturnType<Peel> {
  const trimmed = text.trim()
  if (trimmed === text) return undefined
  return { text: trimmed, seen: /[\r\n]$/.test(text) ? 'a line end' : 'white space around it' }
}

function peelJson(text: string): ReturnType<Peel> {
  if (!/^["{[]/.test(text)) return undefined
  const value = parseJson(text)
  if (typeof value === 'string') return { text: value, seen: 'a JSON string' }
  const member = findSignatureMember(value)
  return member && { text: member.text, seen: `a JSON object, member ${member.name}` }
}

function peelBytesLiteral(text: string): ReturnType<Peel> {
  const quote = /^b(["'])./is.exec(text)?.[1]
  return quote && text.endsWith(quote)
    ? { text: text.slice(2, -1), seen: `b${quote}…${quote}` }
    : undefined
}

function peelQuotes(text: string): ReturnType<Peel> {
  for (const [open, close] of quotePairs) {
    const opens = text.startsWith(open)
    const closes = text.length > 1 && text.endsWith(close)
    if (!opens && !closes) continue
    const seen = opens && closes ? `${open}…${close}` : opens ? open : close
    return { text: text.slice(opens ? 1 : 0, closes ? -1 : undefined), seen }
  }
  return undefined
}

function peelUrlEncoding(text: string): ReturnType<Peel> {
  const first = text.match(/%[0-9A-Fa-f]{2}/)?.[0]
  if (first === undefined) return undefined
  const decoded = text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
  return decoded === text ? undefined : { text: decoded, seen: first }
}

/** A space stands for a lost `+` where the part can be read with it put back. */
function peelPlus(text: string): ReturnType<Peel> {
  if (!/^[\w+/=. -]*$/.test(text)) return undefined
  const [, payload = '', mac = ''] = text.split('.', 3)
  const isLost = payload.includes(' ')
    ? readPart(payload.replaceAll(' ', '+')) !== undefined
    : mac.includes(' ') && withoutPadding(mac).length === macLength
  return isLost
    ? { text: text.replaceAll(' ', '+'), seen: 'a space where base64 has +' }
    : undefined
}

function peelInnerSpace(text: string): ReturnType<Peel> {
  return /[\r\n]/.test(text) && /^[\w+/=.\s-]*$/.test(text)
    ? { text: text.replace(/\s+/g, ''), seen: 'line breaks inside it' }
    : undefined
}

function peelBlanks(text: string): ReturnType<Peel> {
  return /[ \t]/.test(text) && /^[\w+/=. \t-]*$/.test(text)
    ? { text: text.replace(/[ \t]+/g, ''), seen: 'blanks inside it' }
    : undefined
}

function peelKeyPrefix(text: string): ReturnType<Peel> {
  const start = findJwtStart(text)
  return start > 0 ? { text: text.slice(start), seen: named(text.slice(0, start)) } : undefined
}

function peelBase64(text: string): ReturnType<Peel> {
  if (text.length < 40 || text.includes('.')) return undefined
  const decoded = decodeBase64Text(text)
  return decoded !== undefined && /^[\x20-\x7e\s]*$/.test(decoded)
    ? { text: decoded, seen: 'base64 of the whole' }
    : undefined
}

/** One row a layer, in the order in which they are tried. */
const layers: readonly (readonly [WrapperKind, Peel])[] = [
  ['invisible-character', without(invisible, codePoint)],
  ['white-space', peelOuterSpace],
  ['punctuation', without(/[,;]$/, String)],
  ['assignment', without(assignment, (found) => found.trim())],
  ['json', peelJson],
  ['bytes-literal', peelBytesLiteral],
  ['quotes', peelQuotes],
  ['assignment', without(/(?<=.)&.*/s, () => 'another parameter after it')],
  ['bearer', without(bearer, (found) => found.trim())],
  ['url-encoding', peelUrlEncoding],
  ['plus-as-space', peelPlus],
  ['line-breaks', peelInnerSpace],
  ['key-prefix', peelKeyPrefix],
  ['white-space', peelBlanks],
  ['base64', peelBase64],
]

/** Takes the outermost layer off; `undefined` where none is seen. Linear in the length of the text. */
export function peel(text: string): Peeled | undefined {
  for (const [kind, take] of layers) {
    const taken = take(text)
    if (taken) return { wrapper: { kind, seen: taken.seen }, text: taken.text }
  }
  return undefined
}
