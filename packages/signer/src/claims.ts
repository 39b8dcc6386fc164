import {
  type ClaimCheck,
  type ClaimsOf,
  createInputParser,
  type InputOf,
  type SigningRules,
} from '@sigshift/spec'
import { assertCredentials, type Credentials } from './credentials.ts'
import { InputError } from './errors.ts'

export interface SignerOptions extends Credentials {
  /** The present moment; the system's clock where absent. */
  readonly clock?: () => Date
}

/** Clocks differ, and Zoom refuses a token from its future; a token from half a minute ago passes. */
const issuedSecondsAgo = 30

type Values = Readonly<Record<string, string | number | undefined>>
type Reader = (values: Values, iat: number) => string | number | undefined

function readerOf(rule: ClaimCheck, sdkKey: string): Reader {
  switch (rule.kind) {
    case 'key':
      return () => sdkKey
    case 'constant':
      return () => rule.value
    case 'issued-at':
      return (_, iat) => iat
    case 'expiry':
      return (values, iat) => iat + (values.expirationSeconds as number)
    default:
      return (values) => values[rule.input]
  }
}

/**
 * Makes the function from input to claims, in the order of the profile's rows. Credentials are
 * checked here, once; input at each call.
 */
export function createClaimsBuilder<const P extends SigningRules>(
  rules: P,
  options: SignerOptions,
): (input: InputOf<P>) => ClaimsOf<P> {
  assertCredentials(options)
  const { sdkKey, clock } = options
  const parse = createInputParser(rules)
  const readers = rules.claims.map((rule) => [rule.claim, readerOf(rule, sdkKey)] as const)

  return (input) => {
    const parsed = parse(input)
    if (!parsed.ok) throw new InputError(rules, parsed.issues)
    const nowMs = clock ? clock().getTime() : Date.now()
    const iat = Math.floor(nowMs / 1000) - issuedSecondsAgo
    if (Number.isNaN(iat)) throw new TypeError('clock gave no date')
    // An optional claim that is not asked for is undefined here, and JSON leaves it out.
    const claims: Record<string, string | number | undefined> = {}
    for (const [claim, read] of readers) claims[claim] = read(parsed.value as Values, iat)
    return claims as ClaimsOf<P>
  }
}
