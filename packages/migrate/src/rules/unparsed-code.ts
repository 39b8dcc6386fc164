import { type IssueCode, isPlaceholder } from '@sigshift/spec'
import type { Range } from '../languages/language.ts'
import { hasRecipe } from './unlisted-language.ts'

/** Old code known by its words alone. */
export interface TextMatch {
  readonly code: IssueCode
  readonly place: Range
}

const sdkCall = /\.\s*generate(SDK)?Signature\s*\(\s*\{/g
const join = /\.join\s*\(/g
const secret = /\b(?:zoom_?)?(?:api|sdk)_?secret\b\\?['"]?\s*[:=]\s*\\?(['"])([\w-]{16,})\\?\1/gi
const hmac = /hmac/gi

/** How much text around a word belongs to it. */
const reach = 1200
/** How far apart places are looked at, so that the time grows with the text alone. */
const step = 200

function* sdkCalls(text: string): Generator<TextMatch> {
  for (const { 0: found, 1: isSdk, index } of text.matchAll(sdkCall)) {
    const code = isSdk ? 'generate-sdk-signature-call' : 'generate-signature-call'
    yield { code, place: { start: index + 1, end: index + found.length - 1 } }
  }
}

/** The arguments of a call up to its first callback, as far as text tells. */
function* keysInJoin(text: string): Generator<TextMatch> {
  if (!/ZoomMtg/i.test(text)) return
  for (const { index } of text.matchAll(join)) {
    const given =
      /^[\s\S]*?(?=\bsuccess\b|\}\s*\)|$)/.exec(text.slice(index, index + reach))?.[0] ?? ''
    const key = /\bapiKey\b(?=\s*[:,])/.exec(given)
    if (!key || !/\bsignature\b/.test(given)) continue
    const start = index + key.index
    yield { code: 'api-key-in-join', place: { start, end: start + key[0].length } }
  }
}

function* secrets(text: string): Generator<TextMatch> {
  for (const { 0: found, 2: value = '', index } of text.matchAll(secret)) {
    if (isPlaceholder(value)) continue
    yield { code: 'secret-in-frontend', place: { start: index, end: index + found.length } }
  }
}

function* recipes(text: string): Generator<TextMatch> {
  let end = 0
  for (const { 0: found, index } of text.matchAll(hmac)) {
    if (index < end) continue
    const isOld = hasRecipe(text.slice(Math.max(0, index - reach), index + reach))
    end = index + (isOld ? 2 * reach : step)
    if (!isOld) continue
    yield { code: 'legacy-hmac-code', place: { start: index, end: index + found.length } }
  }
}

/**
 * What old code looks like as text, for places that no grammar can read.
 * @param inPage Whether a secret in it is in reach of a browser.
 */
export function textMatches(text: string, inPage: boolean): readonly TextMatch[] {
  const found = [...sdkCalls(text), ...keysInJoin(text), ...recipes(text)]
  return inPage ? [...found, ...secrets(text)] : found
}
