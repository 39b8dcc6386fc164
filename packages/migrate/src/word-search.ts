/** What is looked for: in every spelling of upper and lower case, or only as it is written. */
export interface Words {
  readonly anyCase: readonly string[]
  readonly exact?: readonly string[]
}

interface Word {
  readonly bytes: Uint8Array
  readonly anyCase: boolean
}

/** A word that may stand where a pair of bytes was met, `offset` bytes before it. */
interface Candidate {
  readonly word: Word
  readonly offset: number
}

/** Letters and signs of source code, the most frequent first; what is not here is rarer. */
const byFrequency = 'etaoinsrlcdumpfhgvy._-bwkxjqz0123456789'

const pairs = 0x1_00_00

function lowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
}

function upperCase(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte
}

function wordOf(text: string, anyCase: boolean): Word {
  const bytes = new TextEncoder().encode(text)
  return { bytes: anyCase ? bytes.map(lowerCase) : bytes, anyCase }
}

function rarity(byte: number | undefined): number {
  const place = byFrequency.indexOf(String.fromCharCode(byte ?? 0))
  return place < 0 ? byFrequency.length : place
}

/** Where in a word its rarest pair of bytes stands, among the even or the odd places. */
function rarestPair({ bytes }: Word, first: 0 | 1): number {
  let best: number = first
  for (let at: number = first; at + 1 < bytes.length; at += 2) {
    const isRarer =
      rarity(bytes[at]) + rarity(bytes[at + 1]) > rarity(bytes[best]) + rarity(bytes[best + 1])
    if (isRarer) best = at
  }
  return best
}

/** The pair at a place of a word as the numbers that a `Uint16Array` shows, one for each spelling. */
function pairsAt({ bytes, anyCase }: Word, at: number): ReadonlySet<number> {
  const spellings = (byte: number | undefined): readonly number[] => {
    const seen = byte ?? 0
    return anyCase ? [lowerCase(seen), upperCase(seen)] : [seen]
  }
  const found = new Set<number>()
  for (const a of spellings(bytes[at])) {
    for (const b of spellings(bytes[at + 1])) {
      for (const pair of new Uint16Array(new Uint8Array([a, b]).buffer)) found.add(pair)
    }
  }
  return found
}

function candidatesOf(words: readonly Word[]): ReadonlyMap<number, readonly Candidate[]> {
  const candidates = new Map<number, Candidate[]>()
  for (const word of words) {
    for (const offset of [rarestPair(word, 0), rarestPair(word, 1)]) {
      for (const pair of pairsAt(word, offset)) {
        const same = candidates.get(pair)
        if (same) same.push({ word, offset })
        else candidates.set(pair, [{ word, offset }])
      }
    }
  }
  return candidates
}

function stands({ bytes, anyCase }: Word, text: Uint8Array, at: number): boolean {
  if (at < 0 || at + bytes.length > text.length) return false
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = text[at + index] as number
    if ((anyCase ? lowerCase(byte) : byte) !== bytes[index]) return false
  }
  return true
}

function standsSomewhere(word: Word, text: Uint8Array): boolean {
  return text.some((_, at) => stands(word, text, at))
}

/** The bytes two by two, and these four by four; what is left at an end is in the first alone. */
function inPairs(bytes: Uint8Array): {
  readonly pair: Uint16Array
  readonly twoPairs: Uint32Array
} {
  const { buffer, byteOffset, length } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  return {
    pair: new Uint16Array(buffer, byteOffset, length >> 1),
    twoPairs: new Uint32Array(buffer, byteOffset, length >> 2),
  }
}

/** The first place, from `from` on, where one of two pairs may be in a word; else the length. */
function nextCandidate(twoPairs: Uint32Array, isCandidate: Uint8Array, from: number): number {
  for (let at = from; at < twoPairs.length; at += 1) {
    const both = twoPairs[at] as number
    const any = (isCandidate[both & 0xffff] as number) | (isCandidate[both >>> 16] as number)
    if (any !== 0) return at
  }
  return twoPairs.length
}

/**
 * Tells whether bytes hold one of the words. Upper and lower case are those of ASCII.
 *
 * All of a tree goes through this, so it looks at each byte once, for all words, two bytes at a
 * time: a word that starts at an even place has a pair of its own there, one that starts at an odd
 * place another, and the rarest pairs are looked for.
 */
export function createWordSearch({ anyCase, exact = [] }: Words): (text: Uint8Array) => boolean {
  const words = [
    ...anyCase.map((word) => wordOf(word, true)),
    ...exact.map((word) => wordOf(word, false)),
  ]
  const tooShort = words.filter(({ bytes }) => bytes.length < 3)
  const candidates = candidatesOf(words.filter((word) => !tooShort.includes(word)))
  const isCandidate = new Uint8Array(pairs)
  for (const pair of candidates.keys()) isCandidate[pair] = 1

  const standsAt = (text: Uint8Array, pair: Uint16Array, at: number): boolean => {
    const found = candidates.get(pair[at] as number)
    if (found === undefined) return false
    for (const { word, offset } of found) if (stands(word, text, at * 2 - offset)) return true
    return false
  }

  return (text) => {
    const { pair, twoPairs } = inPairs(text)
    let at = nextCandidate(twoPairs, isCandidate, 0)
    while (at < twoPairs.length) {
      if (standsAt(text, pair, at * 2) || standsAt(text, pair, at * 2 + 1)) return true
      at = nextCandidate(twoPairs, isCandidate, at + 1)
    }
    if (standsAt(text, pair, twoPairs.length * 2)) return true
    return tooShort.some((word) => standsSomewhere(word, text))
  }
}
