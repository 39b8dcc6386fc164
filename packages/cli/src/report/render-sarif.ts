import { docsUrl, type IssueCode, issueCatalogue, issueUrl } from '@sigshift/spec'
import type { Log, ReportingDescriptor, Result, Suppression } from 'sarif'
import packageJson from '../../package.json' with { type: 'json' }
import type { PlacedRewrite } from '../scan/placed-edits.ts'
import type { ShownFinding } from '../scan/shown-finding.ts'
import type { Report } from './report.ts'
import { safeJson } from './safe-json.ts'
import { toFixes, toLocation } from './sarif-fixes.ts'

const schema =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** Code scanning sorts what has a number from 0 to 10 among the vulnerabilities. */
const securitySeverities: Partial<Record<IssueCode, string>> = {
  'secret-in-frontend': '8.0',
  'generate-signature-call': '8.0',
  'generate-sdk-signature-call': '8.0',
}

function toRule(id: IssueCode): ReportingDescriptor {
  const { severity, title, cause, remedy } = issueCatalogue[id]
  const securitySeverity = securitySeverities[id]
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: cause },
    help: {
      text: `${cause} ${remedy}`,
      markdown: `${cause}\n\n${remedy}\n\n[${id}](${issueUrl(id)})`,
    },
    helpUri: issueUrl(id),
    defaultConfiguration: { level: severity },
    properties: securitySeverity
      ? { tags: ['security'], 'security-severity': securitySeverity }
      : { tags: ['maintainability'] },
  }
}

function toSuppressions({ suppressed }: ShownFinding): Suppression[] | undefined {
  if (!suppressed) return undefined
  const { by, reason = '' } = suppressed
  return by === 'comment'
    ? [{ kind: 'inSource', justification: reason }]
    : [{ kind: 'external', justification: `by the ${by}` }]
}

function toResult(
  finding: ShownFinding,
  ruleIds: readonly IssueCode[],
  rewrites: ReadonlyMap<string, PlacedRewrite>,
): Result {
  const { code, severity, title, remedy, manual, file, fingerprint } = finding
  const { line, column, endLine, endColumn } = finding
  const suppressions = toSuppressions(finding)
  const fixes = finding.fixable && !finding.suppressed ? toFixes(file, rewrites) : undefined
  return {
    ruleId: code,
    ruleIndex: ruleIds.indexOf(code),
    level: severity,
    message: { text: [`${title}.`, remedy, manual?.reason ?? ''].join(' ').trim() },
    locations: [
      {
        physicalLocation: {
          artifactLocation: toLocation(file),
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { 'sigshift/v1': fingerprint },
    ...(suppressions ? { suppressions } : {}),
    ...(fixes ? { fixes } : {}),
    properties: {
      confidence: finding.confidence,
      language: finding.language,
      fixable: finding.fixable,
      commentedOut: finding.commentedOut,
      secretInBrowser: finding.secretInBrowser,
    },
  }
}

/** SARIF 2.1.0, as GitHub's code scanning and editors read it. */
export function renderSarif({ findings, suppressed, placed }: Report): string {
  const all = [...findings, ...suppressed]
  const ruleIds = [...new Set(all.map(({ code }) => code))].sort()
  const rewrites = new Map(placed.map((rewrite) => [rewrite.file, rewrite]))
  const log: Log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'sigshift',
            version: packageJson.version,
            semanticVersion: packageJson.version,
            informationUri: docsUrl,
            rules: ruleIds.map(toRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: all.map((finding) => toResult(finding, ruleIds, rewrites)),
      },
    ],
  }
  return safeJson(log)
}
