export type {
  Confidence,
  FileRewrite,
  Finding,
  IgnoredFinding,
  ScanReport,
  ScanSummary,
  SkippedFile,
} from './finding.ts'
export type { MigrationPlan } from './plan.ts'
export { plan } from './plan.ts'
export type { Edit } from './rewrite/edit.ts'
export { applyEdits } from './rewrite/edit.ts'
export { markers, rules } from './rules/rules.ts'
export type { ScanOptions, SourceFile } from './scan.ts'
export { isWorthParsing, scan } from './scan.ts'
export type { IgnoreComment } from './suppressions.ts'
export { ignoreCommentsIn, ignoreDirective } from './suppressions.ts'
export type { GrammarSource } from './syntax/parser.ts'
