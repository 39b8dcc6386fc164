import { describeDuration } from '@sigshift/legacy-detector'
import { type EndpointIssue, issueIf } from './endpoint-issue.ts'
import { findSecrets, findTraces } from './find-leaks.ts'
import { type Answer, type Exchange, isOk } from './probe.ts'
import type { Target } from './target.ts'

/** Where a redirect leads, without a query, which may hold a token. */
function redirectTo({ headers }: Answer, base: URL): string {
  const location = headers.location
  if (location === undefined || !URL.canParse(location, base.href)) return ''
  const { origin, pathname } = new URL(location, base)
  return ` to ${origin}${pathname}, not followed`
}

/** What the status of the first answer says. */
export function judgeStatus(
  answer: Answer,
  { url, userHeaders }: Target,
): readonly EndpointIssue[] {
  if (isOk(answer)) return []
  const { status } = answer
  const isLogin = (status === 401 || status === 403) && Object.keys(userHeaders).length === 0
  const seen =
    status >= 300 && status < 400 ? `${status}${redirectTo(answer, url)}` : String(status)
  const wanted = isLogin ? '200; give the login of a user by --header' : '200'
  return issueIf('endpoint-error-status', [{ field: 'status', seen, wanted }])
}

/** Requests that got no answer. */
export function judgeFailures(exchanges: readonly Exchange[]): readonly EndpointIssue[] {
  return exchanges.flatMap(({ probe, reply }): readonly EndpointIssue[] => {
    if (probe.name === 'preflight' || reply.kind === 'answer') return []
    const field = `request “${probe.purpose}”`
    return reply.kind === 'timeout'
      ? issueIf('endpoint-timeout', [
          { field, seen: `no answer after ${describeDuration(reply.milliseconds / 1000)}` },
        ])
      : issueIf('endpoint-unreachable', [{ field, seen: reply.reason }])
  })
}

function isLoopback({ hostname }: URL): boolean {
  return /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}

/** Whether others on the way can read along. */
export function judgeTransport({ url }: Target): readonly EndpointIssue[] {
  if (url.protocol === 'https:' || isLoopback(url)) return []
  return issueIf('endpoint-not-https', [
    { field: 'URL', seen: url.origin, wanted: `https://${url.host}` },
  ])
}

/** What no answer may hold, not even one to a broken request. */
export function judgeLeaks(
  exchanges: readonly Exchange[],
  secrets: readonly string[],
): readonly EndpointIssue[] {
  const bodies = exchanges.flatMap(({ probe, reply }) =>
    reply.kind === 'answer' ? [{ where: `answer to “${probe.purpose}”`, body: reply.body }] : [],
  )
  return [
    ...issueIf(
      'endpoint-leaks-secret',
      bodies.flatMap(({ where, body }) => findSecrets(where, body, secrets)).slice(0, 3),
    ),
    ...issueIf(
      'endpoint-leaks-trace',
      bodies.flatMap(({ where, body }) => findTraces(where, body)).slice(0, 3),
    ),
  ]
}
