import { type Inspection, inspect } from '@sigshift/legacy-detector'
import type { Evidence } from '@sigshift/spec'
import { type EndpointIssue, issueIf } from './endpoint-issue.ts'
import { type Exchange, isOk } from './probe.ts'
import { readAnswer } from './read-answer.ts'

/** The token of an exchange as a page would take it, where it is one. */
function signedIn(exchange: Exchange | undefined, currentDate: Date): Inspection | undefined {
  if (exchange?.reply.kind !== 'answer' || !isOk(exchange.reply)) return undefined
  const { token } = readAnswer(exchange.reply)
  const inspection = token === undefined ? undefined : inspect(token, { currentDate })
  return inspection?.format === 'unknown' ? undefined : inspection
}

/** What a stranger gets. */
export function judgeAccess(
  asAnybody: Exchange | undefined,
  asHost: Exchange | undefined,
  currentDate: Date,
): readonly EndpointIssue[] {
  const participant = signedIn(asAnybody, currentDate)
  const host = signedIn(asHost, currentDate)
  const asked = (token: Inspection | undefined, role: 0 | 1): Evidence | undefined =>
    token?.fields.role === '1'
      ? {
          field: 'role',
          seen: `1 (host), where ${role} was asked for without a login`,
          wanted: '0, or status 403',
        }
      : undefined
  return [
    ...issueIf('endpoint-host-for-anybody', [asked(participant, 0), asked(host, 1)]),
    ...issueIf('endpoint-no-authentication', [
      (participant ?? host) && {
        field: 'answer without a login',
        seen: 'a token',
        wanted: 'status 401',
      },
    ]),
  ]
}
