import {
  type IssueCode,
  type Symptom,
  type SymptomPlace,
  symptoms,
  type View,
} from '@sigshift/spec'
import { readSeenText, type SeenText } from './seen-text.ts'
import { type Phrase, phrasesOf } from './symptom-phrases.ts'

/** What is known about the place where the symptom was seen. */
export interface SymptomOptions {
  /** Only symptoms of this view. */
  readonly view?: View
  /** The installed SDK, `6.2.0`: only symptoms seen in that version. Ignored if it is no version. */
  readonly sdkVersion?: string
}

/** `part`: the text is a part of what the SDK shows. `silence`: no text was given. */
export type MatchedBy = 'code-and-text' | 'text' | 'part' | 'code' | 'silence'

/** One symptom that the text may stand for. */
export interface SymptomMatch {
  readonly symptom: Symptom
  /** Most likely first; empty where the message is harmless. */
  readonly causes: readonly IssueCode[]
  readonly nextCheck: string
  readonly matchedBy: MatchedBy
}

interface Row {
  readonly symptom: Symptom
  readonly phrases: readonly Phrase[]
}

interface Ranked {
  readonly match: SymptomMatch
  /** The phrase that matched. */
  readonly text: string
  readonly score: number
}

const readAtEachEnd = 8192
const scores = { 'code-and-text': 100, text: 80, part: 30, code: 20, silence: 0 } as const

let rows: readonly Row[] | undefined

function matchPhrase(
  phrase: Phrase,
  code: number | undefined,
  seen: SeenText,
): MatchedBy | undefined {
  const coded = code !== undefined && seen.numbers.has(code)
  if (phrase.words.every((word) => seen.words.has(word))) {
    const certain =
      !phrase.short ||
      coded ||
      (seen.dialog && !phrase.vague) ||
      seen.messages.includes(`|${phrase.text}|`)
    if (certain && ` ${seen.plain} `.includes(` ${phrase.text} `)) {
      return coded ? 'code-and-text' : 'text'
    }
  }
  if (seen.plain.length >= 10 && ` ${phrase.text} `.includes(` ${seen.plain} `)) return 'part'
  return code !== undefined && seen.codes.has(code) ? 'code' : undefined
}

function describe(symptom: Symptom, matchedBy: MatchedBy): SymptomMatch {
  return { symptom, causes: symptom.causes, nextCheck: symptom.nextCheck, matchedBy }
}

const byRank = (a: Ranked, b: Ranked): number => b.score - a.score || b.text.length - a.text.length

// An exception ends the join; what console and page say besides is seldom the reason.
const placePenalty: Partial<Record<SymptomPlace, number>> = { console: 5, page: 1 }

/** The best match of a row, or none. */
function rank({ symptom, phrases }: Row, seen: SeenText): Ranked[] {
  const matches = phrases.flatMap((phrase) => {
    const matchedBy = matchPhrase(phrase, symptom.errorCode, seen)
    if (matchedBy === undefined) return []
    const score = phrase.vague ? 20 + scores[matchedBy] / 5 : scores[matchedBy]
    return {
      match: describe(symptom, matchedBy),
      text: phrase.text,
      score: score - (placePenalty[symptom.place] ?? 0),
    }
  })
  return matches.sort(byRank).slice(0, 1)
}

const saysText = ({ match }: Ranked): boolean => /text/.test(match.matchedBy)

/** Without what others rule out. */
function settle(ranked: readonly Ranked[]): Ranked[] {
  const texts = ranked.filter(saysText).map(({ text }) => text)
  const agreed = ranked.some(({ match }) => match.matchedBy === 'code-and-text')
  return ranked.filter((one) =>
    saysText(one) ? !texts.some((text) => text !== one.text && text.includes(one.text)) : !agreed,
  )
}

function numbersOf(version: string): number[] {
  return Array.from(version.matchAll(/\d+/g), ([digits]) => Number(digits))
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (const index of [0, 1, 2]) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function applies({ views, since, until }: Symptom, options: SymptomOptions): boolean {
  const { view, sdkVersion = '' } = options
  if (view !== undefined && !views.includes(view)) return false
  if (!/\d/.test(sdkVersion)) return true
  return (
    (since === undefined || compareVersions(sdkVersion, since) >= 0) &&
    (until === undefined || compareVersions(sdkVersion, until) <= 0)
  )
}

/**
 * What stands behind a message of Zoom's SDKs: a code, a text, a pasted error object, console lines,
 * or nothing at all. Best match first; `[]` for a text that none of them shows. Of a long text, the
 * first and the last 8192 characters are read.
 *
 * @example
 * ```ts
 * import { lookUpSymptom } from '@sigshift/legacy-detector'
 *
 * const [best] = lookUpSymptom('TypeError: t.split is not a function', { view: 'component' })
 * best?.causes // => ['signature-not-a-string']
 * lookUpSymptom('3705')[0]?.causes[0] // => 'expired'
 * ```
 */
export function lookUpSymptom(text: string, options: SymptomOptions = {}): SymptomMatch[] {
  rows ??= symptoms.map((symptom) => ({ symptom, phrases: phrasesOf(symptom) }))
  const known = rows.filter((row) => applies(row.symptom, options))
  if (text.trim() === '') {
    return known
      .map((row) => row.symptom)
      .filter((symptom) => symptom.place === 'silence')
      .map((symptom) => describe(symptom, 'silence'))
  }
  const seen = readSeenText(
    text.length > 2 * readAtEachEnd
      ? `${text.slice(0, readAtEachEnd)}\n${text.slice(-readAtEachEnd)}`
      : text,
  )
  return settle(known.flatMap((row) => rank(row, seen)).sort(byRank)).map(({ match }) => match)
}
