import type { Exchange, Probe, Reply } from './probe.ts'
import type { Target } from './target.ts'

/** A request as it may be shown: no value of the user's headers, and none of the query that was given. */
export interface ShownRequest {
  readonly purpose: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

const ownParameters: ReadonlySet<string> = new Set(['meetingNumber', 'role'])

/** Values that the call put in, by their placeholders, are no secrets of the URL. */
function shownUrl(url: URL, { urlTemplate }: Target): string {
  const own = new Set(
    [...urlTemplate.matchAll(/[?&]([^=&?#]+)=\{(?:number|role)\}/g)].map(([, name]) => name),
  )
  const parameters = [...url.searchParams].map(([name, value]) =>
    ownParameters.has(name) || own.has(name) ? `${name}=${value}` : `${name}=(hidden)`,
  )
  return url.origin + url.pathname + (parameters.length > 0 ? `?${parameters.join('&')}` : '')
}

export function toShownRequest(
  { purpose, method, url, headers, body }: Probe,
  target: Target,
): ShownRequest {
  const { userHeaders } = target
  const shown = Object.entries(headers).map(([name, value]) => [
    name,
    Object.hasOwn(userHeaders, name) && userHeaders[name] === value ? '(hidden)' : value,
  ])
  return {
    purpose,
    method,
    url: shownUrl(url, target),
    headers: Object.fromEntries(shown),
    ...(body !== undefined && { body }),
  }
}

/** What came back, without a word of the body, which may be a live token. */
function outcomeOf(reply: Reply): string {
  switch (reply.kind) {
    case 'answer':
      return `${reply.status}, ${reply.receivedAt.getTime() - reply.sentAt.getTime()} ms`
    case 'timeout':
      return 'no answer in time'
    case 'unreachable':
      return `no connection: ${reply.reason}`
  }
}

export interface ShownExchange extends ShownRequest {
  readonly outcome: string
}

export function toShownExchange({ probe, reply }: Exchange, target: Target): ShownExchange {
  return { ...toShownRequest(probe, target), outcome: outcomeOf(reply) }
}
