import type { TokenIssueCode } from '@sigshift/spec'
import type { DiagnoseOptions } from './diagnosis.ts'
import { inspect } from './inspect.ts'
import { currentDate } from './make-jwt.fixture.node.ts'

/** What proves an issue, as a row of a table. */
export type Proof = readonly [field: string, seen: string, wanted: string | undefined]

/** The codes of a token's issues in their order, a minute after the fixtures were issued. */
export function codesOf(
  text: string,
  options: Partial<DiagnoseOptions> = {},
): readonly TokenIssueCode[] {
  return inspect(text, { currentDate, ...options }).issues.map(({ code }) => code)
}

/** The proofs of one issue; `undefined` where the token has it not. */
export function proofsOf(
  text: string,
  code: TokenIssueCode,
  options: Partial<DiagnoseOptions> = {},
): readonly Proof[] | undefined {
  const { issues } = inspect(text, { currentDate, ...options })
  const issue = issues.find((other) => other.code === code)
  return issue?.evidence.map(({ field, seen, wanted }) => [field, seen, wanted])
}
