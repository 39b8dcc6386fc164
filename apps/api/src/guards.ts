import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AccessSource, Refusal } from './access.ts'
import { addressKey } from './address-key.ts'
import { bearerToken } from './authenticate.ts'
import type { Caller } from './policy.ts'
import { ProblemError } from './problem-error.ts'
import type { Hit, RateCounter } from './rate-counter.ts'
import { KeysUnavailableError } from './remote-keys.ts'
import { isLoopback } from './setting.ts'

/** What may be asked in a minute, 0 for any number. */
export interface Rates {
  readonly counter: RateCounter
  readonly perAddress: number
  readonly perCaller: number
}

type Done = (error?: Error) => void
type Hook = (request: FastifyRequest, reply: FastifyReply, done: Done) => void

function createLimit(
  { counter }: Rates,
  who: string,
  limitOf: (request: FastifyRequest) => readonly [key: string, most: number],
): Hook {
  const judge = (request: FastifyRequest, most: number, hit: Hit): Error | undefined => {
    const { count, resetSeconds } = hit
    if (count <= most) return undefined
    request.refused = `rate-${who}`
    const detail = `This ${who} may send ${most} requests a minute. Wait ${resetSeconds} seconds.`
    return new ProblemError('rate-limited', detail, {
      headers: { 'retry-after': `${resetSeconds}` },
    })
  }
  return (request, _, done) => {
    const [key, most] = limitOf(request)
    if (most === 0) return done()
    const hit = counter.hit(key)
    if (!(hit instanceof Promise)) return done(judge(request, most, hit))
    hit.then((shared) => done(judge(request, most, shared)), done)
  }
}

const challenge = 'Bearer realm="sigshift"'

function refuse(request: FastifyRequest, refused: string): ProblemError {
  request.refused = refused
  const isMissing = refused === 'no-token'
  const detail = isMissing
    ? 'Send `authorization: Bearer` with a caller key, or with a token of your identity provider.'
    : 'The key or token after `Bearer` is not valid here, or no longer.'
  const header = isMissing ? challenge : `${challenge}, error="invalid_token"`
  return new ProblemError('not-authenticated', detail, { headers: { 'www-authenticate': header } })
}

function explainFailure(error: unknown): Error {
  if (!(error instanceof KeysUnavailableError)) return error as Error
  const detail = 'The keys of the identity provider cannot be fetched. Try again in a moment.'
  return new ProblemError('internal-error', detail, {
    status: 503,
    headers: { 'retry-after': '10' },
  })
}

function admit(request: FastifyRequest, found: Caller | Refusal): Error | undefined {
  if ('refused' in found) return refuse(request, found.refused)
  request.caller = found
  return undefined
}

/** Finds out who asks, before the body is read. */
function createAuthentication(access: AccessSource): Hook {
  return (request, _, done) => {
    const token = bearerToken(request.headers.authorization)
    if (token === undefined) return done(refuse(request, 'no-token'))
    const found = access().authenticate(token)
    if (!(found instanceof Promise)) return done(admit(request, found))
    found.then(
      (caller) => done(admit(request, caller)),
      (error) => done(explainFailure(error)),
    )
  }
}

/**
 * Puts limits and authentication before every route of a scope: first the address, then who asks,
 * then the caller. Whether anybody may ask is decided once, at the start.
 */
export function addGuards(scope: FastifyInstance, access: AccessSource, rates?: Rates): void {
  if (rates && rates.perAddress > 0) {
    const limit = createLimit(rates, 'address', ({ ip }) => [
      `a:${addressKey(ip)}`,
      rates.perAddress,
    ])
    scope.addHook('onRequest', limit)
  }
  if (access().open) return
  scope.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, security: [{ caller: [] }] }
  })
  scope.addHook('onRequest', createAuthentication(access))
  if (rates) {
    const limit = createLimit(rates, 'caller', ({ caller }) => [
      `c:${caller?.id}`,
      caller?.policy.ratePerMinute ?? rates.perCaller,
    ])
    scope.addHook('onRequest', limit)
  }
}

/**
 * Answers only what was asked at a name of this machine. Without it a page of another site could give
 * its own name the address 127.0.0.1 and ask here as if it were ours (DNS rebinding), and a proxy on
 * this machine would open a signer to the network that was started for this machine alone.
 */
export function addHostGuard(scope: FastifyInstance): void {
  scope.addHook('onRequest', (request, _, done) => {
    const name = (request.headers.host ?? '').replace(/:\d{1,5}$/, '')
    if (isLoopback(name)) return done()
    request.refused = 'host'
    const detail =
      'This signer is open to this machine only, and was asked at another name. Name callers, or set OPEN_ACCESS.'
    return done(new ProblemError('not-permitted', detail))
  })
}
