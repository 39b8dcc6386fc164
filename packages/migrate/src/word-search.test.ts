import { expect, test } from 'vitest'
import { isManifest } from './dependencies.ts'
import { markers } from './rules/rules.ts'
import { isWorthParsing } from './scan.ts'
import { createWordSearch } from './word-search.ts'

const encoder = new TextEncoder()

/** A generator of the same numbers each time, below 1. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function inAnyCase(word: string, random: () => number): string {
  return [...word].map((sign) => (random() < 0.5 ? sign.toUpperCase() : sign)).join('')
}

const noise = [...'abchmozAHMZ \n\t.-_@"é€😀\u017f\u212a\u0000', 'hm', 'ma', 'oo', 'zo', 'sdk']

function textOf(random: () => number, words: readonly string[]): string {
  const pieces = Array.from({ length: Math.floor(random() * 40) }, () => {
    const piece = noise[Math.floor(random() * noise.length)] ?? ''
    const word = words[Math.floor(random() * words.length)] ?? ''
    if (random() < 0.05) return inAnyCase(word, random)
    return random() < 0.1 ? word.slice(0, -1) : piece
  })
  return pieces.join('')
}

/** The plain way: the words in the text with its ASCII letters made small. */
function holdsOne(text: string, anyCase: readonly string[], exact: readonly string[]): boolean {
  const small = text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
  return anyCase.some((word) => small.includes(word)) || exact.some((word) => text.includes(word))
}

test('every marker is found in any case, at every place, whatever stands around it', () => {
  const search = createWordSearch({ anyCase: markers })
  const random = randomNumbers(1)
  for (const marker of markers) {
    for (let before = 0; before < 20; before += 1) {
      for (const after of [0, 1, 2, 3, 10]) {
        const text = ' '.repeat(before) + inAnyCase(marker, random) + ' '.repeat(after)
        expect([text, search(encoder.encode(text))]).toEqual([text, true])
      }
    }
  }
})

test('finds a word where a plain search finds one, and nowhere else', () => {
  const exact = ['OLD_Zoom_Key', 'sigshift-ignore-next-line', 'ab', '€', 'Ö']
  const search = createWordSearch({ anyCase: markers, exact })
  const random = randomNumbers(2)
  const counts = { found: 0, not: 0 }
  for (let run = 0; run < 50_000; run += 1) {
    const text = textOf(random, [...markers, ...exact.slice(0, 2)])
    const expected = holdsOne(text, markers, exact)
    counts[expected ? 'found' : 'not'] += 1
    expect([text, search(encoder.encode(text))]).toEqual([text, expected])
  }
  expect(Math.min(counts.found, counts.not)).toBeGreaterThan(5000)
})

test('finds the same in a part of larger memory, wherever it starts', () => {
  const search = createWordSearch({ anyCase: ['hmac'] })
  const memory = encoder.encode('hmac xxxxx HMac hma')
  for (let start = 0; start < memory.length; start += 1) {
    for (let end = start; end <= memory.length; end += 1) {
      const expected = (start === 0 && end >= 4) || (start <= 11 && end >= 15)
      expect([start, end, search(memory.subarray(start, end))]).toEqual([start, end, expected])
    }
  }
})

test('a search for nothing finds nothing', () => {
  expect(createWordSearch({ anyCase: [] })(encoder.encode('hmac'))).toBe(false)
})

test('a manifest is worth reading whatever it holds, and so is a text with a wanted name', () => {
  expect(isManifest('a/package.json')).toBe(true)
  expect(isWorthParsing('{}', 'a/package.json')).toBe(true)
  expect(isWorthParsing('{}', 'a/other.json')).toBe(false)
  expect(isWorthParsing('MY_KEY', 'a.env', ['MY_KEY'])).toBe(true)
  expect(isWorthParsing('my_key', 'a.env', ['MY_KEY'])).toBe(false)
})
