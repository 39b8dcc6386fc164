import { describeValue, isPlaceholder } from '@sigshift/spec'
import { decodeBase64 } from './decode-base64.ts'
import { looksLikeKey } from './read-legacy.ts'

/** Rows in order: the first that holds says what the text is instead of a token. */
const guesses: readonly (readonly [(text: string) => boolean, string])[] = [
  [(text) => text.trim() === '', 'empty text'],
  [(text) => /^\[object \w+\]$/.test(text), 'an object or promise that was turned into text'],
  [
    (text) => /^(?:undefined|null|NaN|false|true|None|nil)$/.test(text),
    'the name of a missing value',
  ],
  [(text) => /^<[!?a-z]/i.test(text), 'a page of HTML or XML'],
  [isPlaceholder, 'a placeholder'],
  [looksLikeKey, 'a key alone'],
  [(text) => text.length === 44 && decodeBase64(text)?.length === 32, 'a MAC alone'],
  [(text) => /^[[{]/.test(text), 'JSON without a token in it'],
]

/** What a text is that is no token, in a few words that do not repeat it. */
export function describeUnknown(text: string, peeled: string): string {
  const guess = guesses.find(([holds]) => holds(peeled) || holds(text))
  return guess ? guess[1] : describeValue(peeled)
}
