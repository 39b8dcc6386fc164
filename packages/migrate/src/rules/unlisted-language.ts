import type { Range } from '../languages/language.ts'
import { unparsedLanguageOf } from '../languages/unparsed/unparsed-languages.ts'
import { regionsOf } from '../syntax/regions.ts'
import type { Match, TextRule } from './rule.ts'

const recipe: readonly RegExp[] = [
  /hmac/i,
  /sha_?-?256/i,
  /base_?-?64|b64|encode_?64|64_?encode/i,
  /(?:api|sdk|client|app|zoom)[_-]?(?:key|secret|id)|\bzoom\b/i,
  // Meeting, time and role in the order of the message.
  /(?:(?:meeting|webinar)[_-]?(?:number|num|id|no|key)?s?(?![a-z])|\bmn\b)[\s\S]{1,80}?(?:time|\bts\b|stamp|now\b|milli|epoch|ticks|date|\bms\b)[\s\S]{1,60}?(?:role|host)/i,
]
const jwt = /\bJWT(?:\s*[.:(]|\b.*\btoken)|(?<![\w-])['":]?alg\b|HS256|tokenExp|\btpc\b|\biat\b/

/** Whether a text has all the words of the old recipe, and none of a JWT's. */
export function hasRecipe(text: string): boolean {
  return recipe.every((word) => word.test(text)) && !jwt.test(text)
}

const imports =
  /^[ \t]*(?:#?import|#include|use|using|require|require_once|from|open|alias)\b.*$/gim
const hmacCall = /\w{0,40}hmac\w{0,40}(?=\s*[(<[:,. "'])/gi

/** How much text around an HMAC belongs to it. */
const reach = 2500

/** The first place that makes an HMAC, not one that imports it, with the recipe around it. */
function macPlace(text: string): Range | undefined {
  const code = text.replace(imports, (line) => ' '.repeat(line.length))
  for (const { 0: found, index } of code.matchAll(hmacCall)) {
    if (hasRecipe(text.slice(Math.max(0, index - reach), index + reach)))
      return { start: index, end: index + found.length }
  }
  return undefined
}

const notFollowed =
  'What the code makes cannot be followed. On a phone a secret can be read out: there, ask a server instead.'

function matchAt(place: Range, file: string): Match {
  const language = unparsedLanguageOf(file)
  if (!language) {
    const manual = 'This language is not parsed.'
    return { code: 'legacy-hmac-code', place, confidence: 'low', manual }
  }
  return {
    code: 'legacy-hmac-code',
    place,
    confidence: 'medium',
    manual: notFollowed,
    paste: { language: language.name, code: language.replacement },
  }
}

/**
 * The old recipe in a language that is not parsed: by its words alone, so with less confidence. Also
 * in one of the languages with code to paste, for libraries that its rules do not know.
 */
export const unlistedLanguage: TextRule = {
  name: 'unlisted-language',
  codes: ['legacy-hmac-code'],
  markers: ['hmac'],
  appliesTo: (file) => !/\.(?:md|mdx|markdown|html?|json|ya?ml|toml|lock|txt)$/i.test(file),
  *findText(text, file) {
    if (regionsOf(file, text).length > 0 && !unparsedLanguageOf(file)) return
    const place = macPlace(text)
    if (place) yield matchAt(place, file)
  },
}
