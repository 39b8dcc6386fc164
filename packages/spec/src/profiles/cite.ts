import type { IssueCode } from '../issue-catalogue.ts'
import type { Citation, ClaimCheck, CrossCheck, CrossRule } from './profile.ts'

/** The same rows, each with what it means; the types keep every literal. */
export type Cited<Rows extends readonly ClaimCheck[]> = {
  readonly [I in keyof Rows]: Rows[I] & Citation
}

/** Claim rows and what they mean, put together. A row without a citation does not compile. */
export function citeClaims<const Rows extends readonly ClaimCheck[]>(
  rows: Rows,
  citations: Readonly<Record<Rows[number]['claim'], Citation>>,
): Cited<Rows> {
  return rows.map((row) => ({
    ...row,
    ...citations[row.claim as Rows[number]['claim']],
  })) as unknown as Cited<Rows>
}

/** The same for rules over more than one claim, by code. */
export function citeRules<Code extends IssueCode>(
  rows: readonly CrossCheck<Code>[],
  citations: Readonly<Record<Code, Citation>>,
): readonly CrossRule[] {
  return rows.map((row) => ({ ...row, ...citations[row.code] }))
}
