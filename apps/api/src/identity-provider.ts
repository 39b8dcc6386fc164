import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Refusal } from './access.ts'
import type { Caller, Policy } from './policy.ts'

/** Signatures with a public key; with a shared one, whoever verifies could also sign. */
export const tokenAlgorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
] as const

/** A policy for the tokens of which a claim is or contains a value; for every token where absent. */
export interface ConditionalPolicy {
  readonly when?: { readonly claim: string; readonly has: string | number | boolean }
  readonly policy: Policy
}

/** Who makes the callers' tokens. */
export interface IdentityProvider {
  readonly name: string
  readonly issuer: string
  readonly audience: string
  readonly algorithms: readonly string[]
  readonly type?: string
  readonly maxAgeSeconds: number
  readonly keys: JWTVerifyGetKey
  /** The first one that fits counts. */
  readonly policies: readonly ConditionalPolicy[]
}

/** Seconds by which clocks may differ. */
const tolerance = 5

/** A longer subject is no name, and would fill the log. */
const longestSubject = 128

function fits({ when }: ConditionalPolicy, claims: JWTPayload): boolean {
  if (!when) return true
  const value = Object.hasOwn(claims, when.claim) ? claims[when.claim] : undefined
  return Array.isArray(value) ? value.includes(when.has) : value === when.has
}

function callerOf({ name, policies }: IdentityProvider, claims: JWTPayload): Caller | Refusal {
  const { sub } = claims
  if (typeof sub !== 'string' || sub === '' || sub.length > longestSubject) {
    return { refused: 'jwt-subject' }
  }
  const policy = policies.find((row) => fits(row, claims))?.policy
  return policy ? { id: `${name}:${sub}`, policy, rule: 'jwt', claims } : { refused: 'jwt-policy' }
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss
  } catch {
    return undefined
  }
}

/** Makes the function from a token to its caller. It rejects only where keys are unavailable. */
export function createTokenVerifier(
  providers: readonly IdentityProvider[],
  currentDate: () => Date,
): (token: string) => Promise<Caller | Refusal> {
  return async (token) => {
    const issuer = issuerOf(token)
    const provider = providers.find((one) => one.issuer === issuer)
    if (!provider) return { refused: 'jwt-issuer' }
    try {
      const { payload } = await jwtVerify(token, provider.keys, {
        issuer: provider.issuer,
        audience: provider.audience,
        algorithms: [...provider.algorithms],
        maxTokenAge: provider.maxAgeSeconds,
        clockTolerance: tolerance,
        currentDate: currentDate(),
        requiredClaims: ['exp', 'sub'],
        ...(provider.type ? { typ: provider.type } : {}),
      })
      return callerOf(provider, payload)
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error
      return { refused: error.code.toLowerCase().replaceAll('_', '-').replace('err-', '') }
    }
  }
}
