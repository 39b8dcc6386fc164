import { type ClaimCheck, createInputParser, type InputOf, type SigningRules } from '@sigshift/spec'
import { assertCredentials, type Credentials } from './credentials.ts'
import { InputError } from './errors.ts'

export interface SignerOptions extends Credentials {
  /** The present moment; the system's clock where absent. */
  readonly clock?: () => Date
}

/** Clocks differ, and Zoom refuses a token from its future; a token from half a minute ago passes. */
const issuedSecondsAgo = 30

type Values = Readonly<Record<string, string | number | undefined>>

/** The member of one claim, with the comma before it; empty where an optional claim is not asked for. */
type Writer = (values: Values, iat: number) => string

function writerOf(rule: ClaimCheck, name: string, sdkKey: string): string | Writer {
  switch (rule.kind) {
    case 'key':
      return name + JSON.stringify(sdkKey)
    case 'constant':
      return name + rule.value
    case 'issued-at':
      return (_, iat) => name + iat
    case 'expiry':
      return (values, iat) => name + (iat + (values.expirationSeconds as number))
    default:
      return (values) => {
        const value = values[rule.input]
        if (value === undefined) return ''
        return name + (typeof value === 'number' ? value : JSON.stringify(value))
      }
  }
}

/** The text that every token begins with, up to the first claim that differs, and the writers after it. */
function layOut({ claims }: SigningRules, sdkKey: string): readonly [string, readonly Writer[]] {
  let head = '{'
  const writers: Writer[] = []
  for (const rule of claims) {
    const comma = head === '{' ? '' : ','
    const writer = writerOf(rule, `${comma}${JSON.stringify(rule.claim)}:`, sdkKey)
    if (typeof writer !== 'string') writers.push(writer)
    else if (writers.length === 0) head += writer
    else writers.push(() => writer)
  }
  return [head, writers]
}

/**
 * Makes the function from input to the token's payload: the claims as JSON, in the order of the
 * profile's rows, of which the first is the key. Credentials are checked here, once; input at each call.
 */
export function createPayloadWriter<const P extends SigningRules>(
  rules: P,
  { sdkKey, sdkSecret, clock = () => new Date() }: SignerOptions,
): (input: InputOf<P>) => string {
  assertCredentials({ sdkKey, sdkSecret })
  const parse = createInputParser(rules)
  const [head, writers] = layOut(rules, sdkKey)

  return (input) => {
    const parsed = parse(input)
    if (!parsed.ok) throw new InputError(rules, parsed.issues)
    const iat = Math.floor(clock().getTime() / 1000) - issuedSecondsAgo
    if (Number.isNaN(iat)) throw new TypeError('clock gave no date')
    let payload = head
    for (const write of writers) payload += write(parsed.value as Values, iat)
    return `${payload}}`
  }
}
