import type { Finding, IgnoredFinding } from '@sigshift/migrate'
import { issueCatalogue, issueUrl } from '@sigshift/spec'

/** Why a finding does not count. */
interface Suppression {
  readonly by: 'comment' | 'configuration' | 'baseline'
  /** What the comment says. */
  readonly reason?: string
}

/** A finding with its words from the catalogue: what is printed, and what `json` gives. */
export interface ShownFinding extends Finding {
  readonly title: string
  readonly remedy: string
  readonly url: string
  /** Stays the same when lines above it come or go. */
  readonly fingerprint: string
  /** The line, without its indentation and without secrets; empty where it cannot be read again. */
  readonly snippet: string
  readonly suppressed?: Suppression
}

/** What was learnt about a finding from its file. */
interface Context {
  readonly fingerprint: string
  readonly snippet: string
  readonly suppressed: Suppression | undefined
  readonly mask: (text: string) => string
}

function withoutSecrets({ manual }: Finding, mask: Context['mask']): Pick<Finding, 'manual'> {
  if (!manual) return {}
  const { reason, replacement } = manual
  return {
    manual: {
      reason: mask(reason),
      ...(replacement === undefined ? {} : { replacement: mask(replacement) }),
    },
  }
}

/** What ignores it is told as its suppression. */
function withoutComment(found: Finding | IgnoredFinding): Finding {
  if (!('ignoredBy' in found)) return found
  const { ignoredBy: _, ...finding } = found
  return finding
}

export function toShownFinding(found: Finding | IgnoredFinding, context: Context): ShownFinding {
  const finding = withoutComment(found)
  const { title, remedy } = issueCatalogue[finding.code]
  const { fingerprint, snippet, suppressed, mask } = context
  return {
    ...finding,
    title,
    remedy,
    url: issueUrl(finding.code),
    notes: finding.notes.map(mask),
    ...withoutSecrets(finding, mask),
    fingerprint,
    snippet: mask(snippet),
    ...(suppressed ? { suppressed } : {}),
  }
}
