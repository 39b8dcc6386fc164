import { dependencyMarkers } from '../dependencies.ts'
import { generateSignatureCall } from './generate-signature-call.ts'
import { keyInJoin } from './key-in-join.ts'
import { legacyEnvName } from './legacy-env-name.ts'
import { legacyHmacCode } from './legacy-hmac-code.ts'
import { legacyPackage } from './legacy-package.ts'
import { meetingJwt } from './meeting-jwt.ts'
import { restJwtAppCode } from './rest-jwt-app-code.ts'
import type { Rule, TextRule } from './rule.ts'
import { secretInFrontend } from './secret-in-frontend.ts'
import { unlistedLanguage } from './unlisted-language.ts'

/** Every rule on parsed code. A new one is a file beside this and a name in this list. */
export const rules: readonly Rule[] = [
  legacyHmacCode,
  generateSignatureCall,
  keyInJoin,
  secretInFrontend,
  meetingJwt,
  restJwtAppCode,
]

/** Every rule on text. */
export const textRules: readonly TextRule[] = [legacyPackage, legacyEnvName, unlistedLanguage]

/** Whether a rule can find something in a text, given in lower case. */
export function applies(rule: Rule | TextRule, lowerCase: string): boolean {
  const holdsOne = (words: readonly string[]) => words.some((word) => lowerCase.includes(word))
  return holdsOne(rule.markers) && (rule.besides === undefined || holdsOne(rule.besides))
}

/** A file must hold a word of both lists, so the shorter is looked for. */
function searched({ markers: own, besides }: Rule | TextRule): readonly string[] {
  return besides !== undefined && besides.length < own.length ? besides : own
}

/** Words, one of which is in every file worth reading closer; in lower case. */
export const markers: readonly string[] = [
  ...new Set([...[...rules, ...textRules].flatMap(searched), ...dependencyMarkers]),
]
