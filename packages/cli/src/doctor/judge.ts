import { type Inspection, inspect } from '@sigshift/legacy-detector'
import { bySeverity, type ShownIssue, toShownIssue } from '../shown-issue.ts'
import { type EndpointIssue, issueIf } from './endpoint-issue.ts'
import { judgeAccess } from './judge-access.ts'
import { judgeClock } from './judge-clock.ts'
import { judgeCors } from './judge-cors.ts'
import { judgeFailures, judgeLeaks, judgeStatus, judgeTransport } from './judge-exchange.ts'
import { isCrossOrigin } from './plan-probes.ts'
import { type Exchange, isOk, type ProbeName } from './probe.ts'
import { readAnswer } from './read-answer.ts'
import type { Target } from './target.ts'

/** What the person who asks knows. */
export interface Knowledge {
  readonly target: Target
  /** The secret that signs the tokens. */
  readonly secret: string | undefined
  readonly sdkKey: string | undefined
  /** Must not be in any answer. */
  readonly secrets: readonly string[]
}

export interface Verdict {
  readonly issues: readonly ShownIssue[]
  /** What the endpoint signed for the first request, if it signed anything. */
  readonly token: Inspection | undefined
}

/**
 * Judges what came back, without network or clock. Faults of the exchange come before those of the
 * token, since they explain them; errors come before warnings.
 */
export function judge(exchanges: readonly Exchange[], knowledge: Knowledge): Verdict {
  const { target, secret, sdkKey, secrets } = knowledge
  const exchangeOf = (name: ProbeName): Exchange | undefined =>
    exchanges.find(({ probe }) => probe.name === name)
  const asUser = exchangeOf('as-user')
  const answer = asUser?.reply.kind === 'answer' ? asUser.reply : undefined
  const read = answer && isOk(answer) ? readAnswer(answer) : undefined
  const token =
    answer && read?.token !== undefined
      ? inspect(read.token, {
          currentDate: answer.receivedAt,
          secret,
          expected: { sdkKey, meetingNumber: target.meetingNumber },
        })
      : undefined
  const now = answer?.receivedAt ?? new Date(Number.NaN)
  const issues: readonly EndpointIssue[] = [
    ...judgeFailures(exchanges),
    ...(answer ? judgeStatus(answer, target) : []),
    ...(read?.issues ?? []),
    ...judgeLeaks(exchanges, secrets),
    ...judgeAccess(exchangeOf('as-anybody') ?? asUser, exchangeOf('as-host'), now),
    ...judgeTransport(target),
    ...(answer ? judgeClock(answer) : []),
    ...(answer && isCrossOrigin(target)
      ? issueIf('endpoint-no-cors', judgeCors(answer, exchangeOf('preflight'), target))
      : []),
  ]
  const shown = [...issues.map(toShownIssue), ...(token?.explanation.issues ?? [])]
  return { issues: bySeverity(shown), token }
}
