import type { Report } from '../src/report/report.ts'
import type { ShownFinding } from '../src/scan/shown-finding.ts'

/** A finding with everything that a format can stumble over left to the caller. */
export function finding(changes: Partial<ShownFinding> = {}): ShownFinding {
  return {
    code: 'legacy-hmac-code',
    severity: 'error',
    file: 'src/sign.js',
    line: 7,
    column: 10,
    endLine: 7,
    endColumn: 98,
    language: 'javascript',
    confidence: 'high',
    fixable: true,
    commentedOut: false,
    secretInBrowser: false,
    notes: [],
    title: 'This code makes the old base64 HMAC signature',
    remedy: 'Sign a JWT.',
    url: 'https://sigshift.github.io/sigshift/issues/legacy-hmac-code',
    fingerprint: '0123456789abcdef0123:1',
    snippet: 'return Buffer.from(x)',
    ...changes,
  }
}

export function report(findings: readonly ShownFinding[], changes: Partial<Report> = {}): Report {
  return {
    command: 'scan',
    findings,
    suppressed: [],
    changes: [],
    placed: [],
    summary: {
      scanned: 2,
      parsed: 1,
      skipped: [],
      found: findings.length,
      fixable: findings.filter(({ fixable }) => fixable).length,
      manual: findings.filter(({ fixable }) => !fixable).length,
      rewritten: 0,
      suppressed: { comment: 0, configuration: 0, baseline: 0 },
    },
    ...changes,
  }
}

/** A name that would end a line, start a command, colour a terminal and turn its text. */
export const hostileName = 'a\n::error::x,b:c%25\u001b[31m\u202e|`.js'
