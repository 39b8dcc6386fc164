import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AccessSource, Refusal } from './access.ts'
import { addressKey } from './address-key.ts'
import { bearerToken } from './authenticate.ts'
import { isLocalRequest } from './local-requests.ts'
import type { Caller } from './policy.ts'
import { ProblemError } from './problem-error.ts'
import type { Hit, RateCounter } from './rate-counter.ts'
import { KeysUnavailableError } from './remote-keys.ts'

/** What may be asked in a minute, 0 for any number. */
export interface Rates {
  readonly counter: RateCounter
  readonly perAddress: number
  readonly perCaller: number
}

/** Everything that a request may be refused for before its body is read. */
export interface Guards {
  /** Whether the process is behind with its work. */
  readonly isLate: () => boolean
  /** Whether only what was asked on this machine is answered. */
  readonly localOnly: boolean
  readonly rates: Rates | undefined
}

type Judgement = Error | undefined

/** Gives the error that ends a request; a promise only where somebody else has to be asked. */
type Guard = (request: FastifyRequest) => Judgement | Promise<Judgement>

function createLimit(
  { counter }: Rates,
  who: string,
  limitOf: (request: FastifyRequest) => readonly [key: string, most: number],
): Guard {
  const judge = (request: FastifyRequest, most: number, hit: Hit): Judgement => {
    const { count, resetSeconds } = hit
    if (count <= most) return undefined
    request.refused = `rate-${who}`
    const detail = `This ${who} may send ${most} requests a minute. Wait ${resetSeconds} seconds.`
    return new ProblemError('rate-limited', detail, {
      headers: { 'retry-after': `${resetSeconds}` },
    })
  }
  return (request) => {
    const [key, most] = limitOf(request)
    if (most === 0) return undefined
    const hit = counter.hit(key)
    return hit instanceof Promise
      ? hit.then((shared) => judge(request, most, shared))
      : judge(request, most, hit)
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
  const detail =
    'The keys of the identity provider cannot be fetched or used. Try again in a moment.'
  return new ProblemError('internal-error', detail, {
    status: 503,
    headers: { 'retry-after': '10' },
  })
}

function admit(request: FastifyRequest, found: Caller | Refusal): Judgement {
  if ('refused' in found) return refuse(request, found.refused)
  request.caller = found
  return undefined
}

/** Finds out who asks, before the body is read. */
function createAuthentication(access: AccessSource): Guard {
  return (request) => {
    const token = bearerToken(request.headers.authorization)
    if (token === undefined) return refuse(request, 'no-token')
    const found = access().authenticate(token)
    return found instanceof Promise
      ? found.then((caller) => admit(request, caller), explainFailure)
      : admit(request, found)
  }
}

function refuseWhileLate(): Judgement {
  const detail = 'This instance is behind with its work. Try again in some seconds.'
  return new ProblemError('overloaded', detail, { headers: { 'retry-after': '5' } })
}

function refuseFromElsewhere(request: FastifyRequest): Judgement {
  if (isLocalRequest(request)) return undefined
  request.refused = 'not-local'
  const detail =
    'This signer is open to this machine only, and was asked at another name or through a proxy. Name callers, or set OPEN_ACCESS.'
  return new ProblemError('not-permitted', detail)
}

function createAddressLimit(rates: Rates, kind: 'a:' | 'p:'): Guard {
  return createLimit(rates, 'address', ({ ip }) => [`${kind}${addressKey(ip)}`, rates.perAddress])
}

/** First the address, then who asks, then the caller. */
function createGuards(access: AccessSource, guards: Guards): readonly Guard[] {
  const { isLate, localOnly, rates } = guards
  const list: Guard[] = [() => (isLate() ? refuseWhileLate() : undefined)]
  if (localOnly) list.push(refuseFromElsewhere)
  if (rates && rates.perAddress > 0) list.push(createAddressLimit(rates, 'a:'))
  if (access().open) return list
  list.push(createAuthentication(access))
  if (rates) {
    const limitOf = ({ caller }: FastifyRequest): readonly [string, number] => [
      `c:${caller?.id}`,
      caller?.policy.ratePerMinute ?? rates.perCaller,
    ]
    list.push(createLimit(rates, 'caller', limitOf))
  }
  return list
}

/** The first error that a guard gives; later ones are not asked then. */
function firstRefusal(
  guards: readonly Guard[],
  request: FastifyRequest,
  from = 0,
): ReturnType<Guard> {
  for (let i = from; i < guards.length; i += 1) {
    const judgement = guards[i]?.(request)
    if (judgement instanceof Promise) {
      return judgement.then((error) => error ?? firstRefusal(guards, request, i + 1))
    }
    if (judgement) return judgement
  }
  return undefined
}

function addGuardHook(scope: FastifyInstance, guards: readonly Guard[]): void {
  scope.addHook('onRequest', (request, _, done) => {
    const judgement = firstRefusal(guards, request)
    if (judgement instanceof Promise) judgement.then(done, done)
    else done(judgement)
  })
}

/**
 * Puts the limit of the address before every route of a scope of pages, which are large. They are
 * counted apart from what is asked of the signer.
 */
export function addPageLimit(scope: FastifyInstance, rates: Rates | undefined): void {
  if (rates && rates.perAddress > 0) addGuardHook(scope, [createAddressLimit(rates, 'p:')])
}

/**
 * Puts limits and authentication before every route of a scope, as one hook. Whether anybody may ask
 * is decided once, at the start.
 */
export function addGuards(scope: FastifyInstance, access: AccessSource, options: Guards): void {
  addGuardHook(scope, createGuards(access, options))
  if (access().open) return
  scope.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, security: [{ caller: [] }] }
  })
}
