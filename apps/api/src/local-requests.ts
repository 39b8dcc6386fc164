import type { FastifyRequest } from 'fastify'
import { isLoopback } from './setting.ts'

/** What proxies add; each value, part by part, has to be of this machine. */
const forwarded = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip'] as const

/** Headers that only a proxy sends, whatever is in them. */
const ofProxies = ['forwarded', 'via'] as const

function isLocalName(text: string): boolean {
  const name = text.trim().replace(/^::ffff:/i, '')
  return isLoopback(name) || isLoopback(name.replace(/:\d{1,5}$/, ''))
}

/**
 * Whether a request was made on this machine and for this machine. A page of another site can give
 * its own name the address 127.0.0.1 and ask here as if it were ours (DNS rebinding); and a proxy on
 * this machine, which as nginx does asks at 127.0.0.1, would open to the network what was started for
 * this machine alone. Without settings of its own nginx speaks HTTP/1.0, which no browser and no
 * program of today does by itself.
 */
export function isLocalRequest({ headers, raw }: Pick<FastifyRequest, 'headers' | 'raw'>): boolean {
  return (
    isLocalName(headers.host ?? '') &&
    raw.httpVersion === '1.1' &&
    ofProxies.every((name) => headers[name] === undefined) &&
    forwarded.every((name) => `${headers[name] ?? 'localhost'}`.split(',').every(isLocalName))
  )
}
