export { describeDate, describeDuration } from './describe-time.ts'
export { detect } from './detect.ts'
export type {
  Detection,
  JsonObject,
  JwtDetection,
  LegacyDetection,
  LegacyFields,
  TokenFormat,
  TokenKind,
  UnknownDetection,
  Wrapper,
  WrapperKind,
} from './detection.ts'
export { diagnose } from './diagnose.ts'
export type {
  DiagnoseOptions,
  Diagnosis,
  Expected,
  MacVerdict,
  TokenFields,
  TokenIssue,
} from './diagnosis.ts'
export { explain } from './explain.ts'
export type { ExplainedField, ExplainedIssue, Explanation } from './explanation.ts'
export { type Inspection, inspect } from './inspect.ts'
export type { LegacyVariant, LegacyVariantName } from './legacy-variants.ts'
export { legacyVariants } from './legacy-variants.ts'
export type { MatchedBy, SymptomMatch, SymptomOptions } from './look-up-symptom.ts'
export { lookUpSymptom } from './look-up-symptom.ts'
export type { SourceMatch } from './origin/identify-source.ts'
export { identifySource } from './origin/identify-source.ts'
export type { SourceLanguage, Years } from './origin/known-source.ts'
export type { LegacyInput } from './reproduce-legacy-signature.ts'
export { legacyTimestamp, reproduceLegacySignature } from './reproduce-legacy-signature.ts'
