import { describeDate, describeDuration } from '@sigshift/legacy-detector'
import { type EndpointIssue, issueIf } from './endpoint-issue.ts'
import type { Answer } from './probe.ts'

/** Clocks that are closer than this do not matter: signers set `iat` back by as much. */
const toleratedSkewMilliseconds = 30_000

/** The clock of the endpoint, or of what stands before it, held against ours. */
export function judgeClock({ headers, sentAt, receivedAt }: Answer): readonly EndpointIssue[] {
  const date = new Date(headers.date ?? '')
  if (Number.isNaN(date.getTime())) return []
  // An answer out of a cache carries the date of when it went in.
  const ageSeconds = /^\d{1,9}$/.test(headers.age ?? '') ? Number(headers.age) : 0
  const theirs = date.getTime() + ageSeconds * 1000
  const ours = (sentAt.getTime() + receivedAt.getTime()) / 2
  const travel = (receivedAt.getTime() - sentAt.getTime()) / 2
  const skew = theirs - ours
  if (Math.abs(skew) <= toleratedSkewMilliseconds + travel) return []
  const direction = skew > 0 ? 'ahead of' : 'behind'
  const seen = `${describeDate(new Date(theirs))}, ${describeDuration(skew / 1000)} ${direction} this computer`
  return issueIf('endpoint-clock-skew', [
    { field: 'Date header', seen, wanted: describeDate(new Date(ours)) },
  ])
}
