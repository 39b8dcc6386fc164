import {
  checkClaims,
  type Evidence,
  meetingSdkChecks,
  type TokenIssueCode,
  tokenSeverity,
} from '@sigshift/spec'
import type { Detection, JwtDetection } from './detection.ts'
import type { DiagnoseOptions, Diagnosis, Expected, TokenIssue } from './diagnosis.ts'
import { jwtRules } from './jwt-rules.ts'
import { legacyRules } from './legacy-rules.ts'
import { macFormOf } from './mac-form.ts'
import { misnamedClaims } from './misnamed-claims.ts'
import { proveMac } from './prove-mac.ts'
import { redact } from './redact.ts'
import { found, type Rule, type Subject } from './rule.ts'
import { tokenFields } from './token-fields.ts'

const unknownRules: readonly Rule[] = [
  {
    code: 'not-a-signature',
    find: ({ detection }) =>
      detection.format === 'unknown' ? found('text', detection.seen, 'a JWT') : undefined,
  },
]

// Each table is used for the detections that its rules are written for, and for no other.
const rulesByFormat: Readonly<Record<Detection['format'], readonly Rule[]>> = {
  legacy: legacyRules as readonly Rule[],
  jwt: jwtRules as readonly Rule[],
  unknown: unknownRules,
}

const noIssues: ReadonlyMap<TokenIssueCode, readonly Evidence[]> = new Map()

/** What spec's claim rules find, but for claims that are there under another name. */
function findClaimIssues({ kind, claims }: JwtDetection): Subject['claimIssues'] {
  if (kind !== 'meeting-sdk' || !claims) return noIssues
  const issues = checkClaims(meetingSdkChecks, claims)
  if (issues.length === 0) return noIssues
  const misnamed = misnamedClaims(claims).map(({ wanted }) => wanted)
  const byCode = new Map<TokenIssueCode, Evidence[]>()
  for (const { code, evidence } of issues) {
    if (misnamed.includes(evidence[0]?.field ?? '')) continue
    const others = byCode.get(code as TokenIssueCode)
    if (others) others.push(...evidence)
    else byCode.set(code as TokenIssueCode, [...evidence])
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
    claimIssues: detection.format === 'jwt' ? findClaimIssues(detection) : noIssues,
  }
}

function macPart(detection: Detection): string | undefined {
  return detection.format === 'jwt' ? detection.parts[2] : undefined
}

/** Runs a table: each row once, unless one above it suppresses it. */
function applyRules(rules: readonly Rule[], subject: Subject): TokenIssue[] {
  const issues: TokenIssue[] = []
  const suppressed: TokenIssueCode[] = []
  for (const { code, suppresses, find } of rules) {
    if (suppressed.includes(code)) continue
    const evidence = find(subject)
    if (!evidence) continue
    issues.push({ code, severity: tokenSeverity(code), evidence })
    if (suppresses === 'rest') break
    if (suppresses) suppressed.push(...suppresses)
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
  if (issues.length > 1) {
    issues.sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity))
  }
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
