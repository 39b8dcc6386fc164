import type { TokenIssueCode } from '@sigshift/spec'

/** A text that a signer may have fed to the HMAC instead of the right one. */
export interface MessageVariant {
  readonly code: TokenIssueCode
  readonly seen: string
  /** May throw where the claims are too deep to be written; that variant is then no candidate. */
  readonly make: () => string
}

/** What is seen, and how to make it. */
export type MessageRow = readonly [seen: string, make: () => string]

/** Rows of one code. */
export function variantsOf(
  code: TokenIssueCode,
  rows: readonly MessageRow[],
): readonly MessageVariant[] {
  return rows.map(([seen, make]) => ({ code, seen, make }))
}
