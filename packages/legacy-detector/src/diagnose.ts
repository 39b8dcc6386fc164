import {
  checkClaims,
  type Evidence,
  meetingSdkChecks,
  type TokenIssueCode,
  tokenSeverity,
} from '@sigshift/spec'
import type { Detection, UnknownDetection } from './detection.ts'
import type { DiagnoseOptions, Diagnosis, Expected, TokenIssue } from './diagnosis.ts'
import { jwtRules } from './jwt-rules.ts'
import { legacyRules } from './legacy-rules.ts'
import { macFormOf } from './mac-form.ts'
import { misnamedClaims } from './misnamed-claims.ts'
import { proveMac } from './prove-mac.ts'
import { redact } from './redact.ts'
import { found, type Rule, type Subject } from './rule.ts'
import { tokenFields } from './token-fields.ts'

const unknownRules: readonly Rule<Subject<UnknownDetection>>[] = [
  { code: 'not-a-signature', find: ({ detection }) => found('text', detection.seen, 'a JWT') },
]

// Each table is used for the detections that its rules are written for, and for no other.
const rulesByFormat: Readonly<Record<Detection['format'], readonly Rule[]>> = {
  legacy: legacyRules as readonly Rule[],
  jwt: jwtRules as readonly Rule[],
  unknown: unknownRules as readonly Rule[],
}

/** What spec's claim rules find, but for claims that are there under another name. */
function findClaimIssues(detection: Detection): Subject['claimIssues'] {
  const byCode = new Map<TokenIssueCode, readonly Evidence[]>()
  if (detection.kind !== 'meeting-sdk' || !detection.claims) return byCode
  const { claims } = detection
  const isMisnamed = (name: string): boolean =>
    misnamedClaims(claims).some(({ wanted }) => wanted === name)
  for (const issue of checkClaims(meetingSdkChecks, claims)) {
    const code = issue.code as TokenIssueCode
    const evidence = issue.evidence.filter(({ field }) => !isMisnamed(field))
    if (evidence.length > 0) byCode.set(code, [...(byCode.get(code) ?? []), ...evidence])
  }
  return byCode
}

function createSubject(
  detection: Detection,
  { currentDate, secret, expected = {} }: DiagnoseOptions,
): Subject {
  const mac = detection.format === 'legacy' ? detection.fields.mac.trim() : macPart(detection)
  return {
    detection,
    now: currentDate.getTime() / 1000,
    expected: expected as Expected,
    proof: proveMac(detection, secret, expected as Expected),
    macForm: macFormOf(mac),
    claimIssues: findClaimIssues(detection),
  }
}

function macPart(detection: Detection): string | undefined {
  return detection.format === 'jwt' ? detection.parts[2] : undefined
}

/** Runs a table: each row once, unless one above it suppresses it. */
function applyRules(rules: readonly Rule[], subject: Subject): TokenIssue[] {
  const issues: TokenIssue[] = []
  const suppressed = new Set<TokenIssueCode>()
  for (const { code, suppresses, find } of rules) {
    if (suppressed.has(code)) continue
    const evidence = find(subject)
    if (!evidence) continue
    issues.push({ code, severity: tokenSeverity(code), evidence })
    if (suppresses === 'rest') break
    if (suppresses) for (const other of suppresses) suppressed.add(other)
  }
  return issues
}

const ranks: readonly TokenIssue['severity'][] = ['error', 'warning', 'note']

/**
 * Says what is wrong with a detected token, most causal first. Knows only what it is given: the
 * present moment, and the secret and the expected values where there are any. Never throws.
 *
 * @example
 * ```ts
 * import { detect, diagnose } from '@sigshift/legacy-detector'
 *
 * const detection = detect('undefined')
 * diagnose(detection, { currentDate: new Date() }).issues[0]?.code // => 'not-a-signature'
 * ```
 */
export function diagnose(detection: Detection, options: DiagnoseOptions): Diagnosis {
  const subject = createSubject(detection, options)
  const issues = applyRules(rulesByFormat[detection.format], subject)
  issues.sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity))
  return redact(
    {
      format: detection.format,
      kind: detection.kind,
      issues,
      mac: subject.proof.mac,
      fields: tokenFields(detection),
      wrappers: detection.wrappers,
      detection,
      currentDate: options.currentDate,
    },
    options.secret,
  )
}
