import { isPlaceholder } from '@sigshift/spec'

// Each looks ahead from a word, so that one match does not hide the next.

/** A name that says secret, and the text that is given to it. */
const assigned =
  /secret(?=\w{0,40}['"`\])]{0,3}\s{0,4}(?::\s{0,4}[\w<>|? ]{1,30})?\s{0,4}(?:=>|:=|=|:|,)\s{0,4}(?:[\w.]{1,40}\(\s{0,4})?[a-zA-Z]?(['"`])([^'"`\s]{8,500})\1)/gi
/** The same from further away: `getenv('ZOOM_SECRET') ?: '…'`, `secret || '…'`. */
const near = /secret(?=[\w$]{0,40}['"`]?[^'"`\n]{0,40}(['"`])([^'"`\s]{12,500})\1)/gi
/** `ZOOM_SECRET=…` and `secret: …` without quotes. */
const bare =
  /^[ \t]*(?:export[ \t]+|-[ \t]+)?[\w.-]{0,60}secret[\w.-]{0,40}[ \t]*[:=][ \t]*([\w+/=~-]{8,500})[ \t]*\r?$/gim
const keyOfHmac = /hmac(?=[^\n]{0,200}?(['"`])([\w+/=~-]{16,500})\1)/gi
const quoted = /(['"`])([\w+/=~-]{24,500})\1/g

function isWord(value: string): boolean {
  return (
    /^[a-z]{1,11}$/i.test(value) || /^(?:base64url|utf-?8|hmac-?sha-?256|sha-?256)$/i.test(value)
  )
}

/** `crypto-js/hmac-sha256`, which an import names. */
function isModuleName(value: string): boolean {
  return /^@?[a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)+$/.test(value)
}

function isMixed(value: string): boolean {
  return /\d/.test(value) && /[a-z]/i.test(value) && !isModuleName(value)
}

function isRandom(value: string): boolean {
  return isMixed(value) && /[a-z]/.test(value) && /[A-Z]/.test(value)
}

const signs: readonly {
  readonly pattern: RegExp
  readonly group: 1 | 2
  readonly holds: (value: string) => boolean
}[] = [
  { pattern: assigned, group: 2, holds: (value) => !/^[$%<{]/.test(value) },
  { pattern: near, group: 2, holds: isMixed },
  { pattern: bare, group: 1, holds: isMixed },
  { pattern: keyOfHmac, group: 2, holds: isMixed },
  { pattern: quoted, group: 2, holds: isRandom },
]

/** Texts in source code that are or may be secrets, longest first; stand-ins are none. */
export function findSecrets(text: string): readonly string[] {
  const found = signs.flatMap(({ pattern, group, holds }) =>
    [...text.matchAll(pattern)].map((match) => match[group] ?? '').filter(holds),
  )
  return [...new Set(found)]
    .filter((value) => !isPlaceholder(value) && !isWord(value))
    .sort((a, b) => b.length - a.length)
}

/** Shows of every secret its first three characters and its length, and no more. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (masked, secret) =>
      masked.replaceAll(secret, () => `${secret.slice(0, 3)}… (${secret.length} characters)`),
    text,
  )
}
