import type { Evidence } from '@sigshift/spec'
import { headersToAllow } from './plan-probes.ts'
import type { Answer, Exchange } from './probe.ts'
import type { Target } from './target.ts'

const allowOrigin = 'access-control-allow-origin'
const allowCredentials = 'access-control-allow-credentials'

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '').split(',').map((item) => item.trim().toLowerCase())
}

/** A page that sends cookies has to be named: `*` does not count, and the leave for cookies must be given. */
function judgeOrigin(where: string, { headers }: Answer, target: Target): readonly Evidence[] {
  const { origin = '', userHeaders } = target
  const seen = headers[allowOrigin]
  const sendsCookies = Object.hasOwn(userHeaders, 'cookie')
  if (sendsCookies && seen === origin && headers[allowCredentials] !== 'true') {
    const field = `Access-Control-Allow-Credentials of the ${where}`
    return [{ field, seen: headers[allowCredentials] ?? 'absent', wanted: 'true' }]
  }
  if (seen === origin || (seen === '*' && !sendsCookies)) return []
  return [
    {
      field: `Access-Control-Allow-Origin of the ${where}`,
      seen: seen ?? 'absent',
      wanted: origin,
    },
  ]
}

/** `*` stands for every header but `Authorization`, and for none where cookies are sent. */
function judgeHeaders({ headers }: Answer, target: Target): readonly Evidence[] {
  const allowed = listOf(headers['access-control-allow-headers'])
  const takesAll = allowed.includes('*') && !Object.hasOwn(target.userHeaders, 'cookie')
  const refused = headersToAllow(target).filter(
    (name) => !allowed.includes(name) && !(takesAll && name !== 'authorization'),
  )
  if (refused.length === 0) return []
  const seen = headers['access-control-allow-headers'] ?? 'absent'
  return [{ field: 'Access-Control-Allow-Headers', seen, wanted: refused.join(', ') }]
}

function judgeMethod({ headers }: Answer, { method }: Target): readonly Evidence[] {
  if (method !== 'PUT') return []
  const seen = headers['access-control-allow-methods']
  const allowed = listOf(seen)
  if (allowed.includes('*') || allowed.includes('put')) return []
  return [{ field: 'Access-Control-Allow-Methods', seen: seen ?? 'absent', wanted: method }]
}

function judgePreflight({ reply }: Exchange, target: Target): readonly Evidence[] {
  if (reply.kind !== 'answer')
    return [{ field: 'preflight', seen: 'not answered', wanted: 'status 204' }]
  if (reply.status < 200 || reply.status > 299) {
    return [{ field: 'status of the preflight', seen: String(reply.status), wanted: '204' }]
  }
  return [
    ...judgeOrigin('preflight', reply, target),
    ...judgeHeaders(reply, target),
    ...judgeMethod(reply, target),
  ]
}

/** Why a browser would keep the answer from a page of the origin; empty if it would not. */
export function judgeCors(
  asUser: Answer,
  preflight: Exchange | undefined,
  target: Target,
): readonly Evidence[] {
  const { origin } = target
  if (origin === undefined || origin === target.url.origin) return []
  return [
    ...(preflight ? judgePreflight(preflight, target) : []),
    ...judgeOrigin('answer', asUser, target),
  ]
}
