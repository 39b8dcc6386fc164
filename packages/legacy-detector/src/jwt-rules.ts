import { claimRules } from './claim-rules.ts'
import { encodingRules } from './encoding-rules.ts'
import { kindRules } from './kind-rules.ts'
import type { JwtSubject, Rule } from './rule.ts'
import { secretRules } from './secret-rules.ts'
import { timeRules } from './time-rules.ts'
import { transportRules } from './transport-rules.ts'

/** Every rule for JWTs in causal order: what it is, how it came here, how it was written, by whom, saying what, when. */
export const jwtRules: readonly Rule<JwtSubject>[] = [
  ...kindRules,
  ...transportRules,
  ...encodingRules,
  ...secretRules,
  ...claimRules,
  ...timeRules,
]
