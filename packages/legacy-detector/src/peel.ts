import { decodeBase64Text } from './decode-base64.ts'
import type { Wrapper, WrapperKind } from './detection.ts'
import { parseJson } from './json-object.ts'
import { macLength, withoutPadding } from './mac-form.ts'
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
const quotePairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
]
// No part of it repeats over the same characters, so it never backtracks far.
const assignment =
  /^[?&]?(?:(?:const|let|var|export)[ \t]{1,9})?["']?(?:signature|token|jwt|sdk_?jwt|authorization)["']?[ \t]{0,9}[:=][ \t]{0,9}/i
const bearer = /^(?:bearer|jwt|token)[ \t:]{1,9}/i

function named(name: string): string {
  return name.length <= 40 ? name : `text of ${name.length} characters`
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

function peelInvisible(text: string): ReturnType<Peel> {
  const first = text.match(invisible)?.[0]
  return first === undefined
    ? undefined
    : { text: text.replace(invisible, ''), seen: codePoint(first) }
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
  const quote = text[1]
  const isLiteral =
    (text[0] === 'b' || text[0] === 'B') && (quote === "'" || quote === '"') && text.length > 2
  return isLiteral && text.endsWith(quote as string)
    ? { text: text.slice(2, -1), seen: `b${quote}…${quote}` }
    : undefined
}

function peelQuotes(text: string): ReturnType<Peel> {
  for (const [open, close] of quotePairs) {
    const opens = text.startsWith(open)
    const closes = text.length > 1 && text.endsWith(close)
    if (opens && closes) return { text: text.slice(1, -1), seen: `${open}…${close}` }
    if (opens) return { text: text.slice(1), seen: open }
    if (closes) return { text: text.slice(0, -1), seen: close }
  }
  return undefined
}

function peelPrefix(pattern: RegExp): Peel {
  return (text) => {
    const prefix = text.match(pattern)?.[0]
    return prefix ? { text: text.slice(prefix.length), seen: prefix.trim() } : undefined
  }
}

function peelPunctuation(text: string): ReturnType<Peel> {
  const last = text.at(-1)
  return last === ',' || last === ';' ? { text: text.slice(0, -1), seen: last } : undefined
}

function peelQuery(text: string): ReturnType<Peel> {
  const at = text.indexOf('&')
  return at > 0 ? { text: text.slice(0, at), seen: 'another parameter after it' } : undefined
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
function isLostPlus(payload: string, mac: string): boolean {
  return payload.includes(' ')
    ? readPart(payload.replaceAll(' ', '+')) !== undefined
    : mac.includes(' ') && withoutPadding(mac).length === macLength
}

function peelPlus(text: string): ReturnType<Peel> {
  if (!text.includes(' ') || !/^[\w+/=. -]*$/.test(text)) return undefined
  const [, payload = '', mac = ''] = text.split('.', 3)
  return isLostPlus(payload, mac)
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
  ['invisible-character', peelInvisible],
  ['white-space', peelOuterSpace],
  ['punctuation', peelPunctuation],
  ['assignment', peelPrefix(assignment)],
  ['json', peelJson],
  ['bytes-literal', peelBytesLiteral],
  ['quotes', peelQuotes],
  ['assignment', peelQuery],
  ['bearer', peelPrefix(bearer)],
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
