import { brokenBody, fill, fillBody, hasPlaceholder } from './body-template.ts'
import type { Probe } from './probe.ts'
import type { Target } from './target.ts'

const json = 'application/json'

/** What browsers send to another origin without asking first. */
const safeHeaders: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language'])

function askFor(role: 0 | 1, target: Target): Pick<Probe, 'method' | 'url' | 'headers' | 'body'> {
  const { method, meetingNumber, origin, bodyTemplate, urlTemplate } = target
  const values = { meetingNumber, role }
  const url = new URL(fill(urlTemplate, values, encodeURIComponent))
  url.hash = ''
  const headers = { accept: json, ...(origin && { origin }) }
  if (bodyTemplate) {
    const body = fillBody(bodyTemplate, values)
    return { method, url, headers: { ...headers, 'content-type': bodyTemplate.contentType }, body }
  }
  if (method !== 'GET') {
    const body = JSON.stringify(values)
    return { method, url, headers: { ...headers, 'content-type': json }, body }
  }
  if (!hasPlaceholder(urlTemplate, 'number')) {
    url.searchParams.set('meetingNumber', meetingNumber)
    url.searchParams.set('role', String(role))
  }
  return { method, url, headers }
}

/** Whether a request says which role it wants; an endpoint that is not asked decides by itself. */
function asksForRole({ method, bodyTemplate, urlTemplate }: Target): boolean {
  if (hasPlaceholder(urlTemplate, 'role') || hasPlaceholder(bodyTemplate?.text ?? '', 'role')) {
    return true
  }
  return !bodyTemplate && !(method === 'GET' && hasPlaceholder(urlTemplate, 'number'))
}

/** The headers for which a browser asks leave before it sends them to another origin. */
export function headersToAllow({ method, userHeaders, bodyTemplate }: Target): readonly string[] {
  // Forms were sent before there was CORS, so that no leave is asked for them.
  const isPlainForm = bodyTemplate !== undefined && bodyTemplate.contentType !== json
  const names = Object.keys(userHeaders).filter(
    (name) => !safeHeaders.has(name) && name !== 'cookie',
  )
  return method === 'GET' || isPlainForm
    ? names
    : ['content-type', ...names.filter((name) => name !== 'content-type')]
}

function preflight(target: Target, origin: string): Probe {
  const { url, method } = askFor(0, target)
  return {
    name: 'preflight',
    purpose: 'preflight of a browser (CORS)',
    method: 'OPTIONS',
    url,
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': headersToAllow(target).join(','),
    },
  }
}

/** Whether a browser asks with OPTIONS first. */
function needsPreflight(target: Target): boolean {
  return target.method === 'PUT' || headersToAllow(target).length > 0
}

/** Whether a page of the origin is another origin to the endpoint. */
export function isCrossOrigin({ origin, url }: Target): boolean {
  return origin !== undefined && origin !== url.origin
}

/** All requests in their order: none of them leaves the URL that was named. */
export function planProbes(target: Target): readonly Probe[] {
  const { userHeaders, origin } = target
  const isSignedIn = Object.keys(userHeaders).length > 0
  const asParticipant = askFor(0, target)
  const asUser = { ...asParticipant, headers: { ...asParticipant.headers, ...userHeaders } }
  const probes: Probe[] = [
    {
      name: 'as-user',
      purpose: isSignedIn ? 'participant, with your headers' : 'participant, not signed in',
      ...asUser,
    },
  ]
  if (isSignedIn) {
    probes.push({ name: 'as-anybody', purpose: 'participant, not signed in', ...asParticipant })
  }
  if (asksForRole(target)) {
    probes.push({ name: 'as-host', purpose: 'host, not signed in', ...askFor(1, target) })
  }
  if (target.method !== 'GET') {
    probes.push({
      name: 'broken-body',
      purpose: 'broken body, to see an error',
      ...asUser,
      body: brokenBody(target.bodyTemplate),
    })
  }
  if (origin !== undefined && isCrossOrigin(target) && needsPreflight(target)) {
    probes.push(preflight(target, origin))
  }
  return probes
}
