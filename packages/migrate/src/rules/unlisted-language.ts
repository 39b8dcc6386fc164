import { regionsOf } from '../syntax/regions.ts'
import type { TextRule } from './rule.ts'

const recipe: readonly RegExp[] = [
  /hmac/i,
  /sha_?-?256/i,
  /base_?64|b64/i,
  /meeting_?(?:number|id|no)\b|\bmn\b/i,
  /\brole\b/i,
  /(?:api|sdk)_?(?:key|secret)/i,
]
const jwt = /\bJWT\b|['"]?\balg\b['"]?|HS256|tokenExp|\btpc\b/

/** The old recipe in a language that is not parsed: by its words alone, so with low confidence. */
export const unlistedLanguage: TextRule = {
  name: 'unlisted-language',
  codes: ['legacy-hmac-code'],
  markers: ['hmac'],
  appliesTo: (file) => !/\.(?:md|mdx|markdown|html?|json|ya?ml|toml|lock|txt)$/i.test(file),
  *findText(text, file) {
    if (regionsOf(file, text).length > 0) return
    if (!recipe.every((word) => word.test(text)) || jwt.test(text)) return
    const start = text.search(/hmac/i)
    yield {
      code: 'legacy-hmac-code',
      place: { start, end: start + 4 },
      confidence: 'low',
      manual: 'This language is not parsed.',
    }
  },
}
