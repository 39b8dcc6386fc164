import { createSigner, SignatureError } from '@sigshift/signer/sync'
import type { MeetingArguments } from './arguments.ts'
import { fail, type Method } from './callbacks.ts'
import { assertNamedCredentials, type NamedCredentials } from './named-credentials.ts'

/** What tells one old function from the other, and the clock. */
export interface OldFunction<Args, Success> {
  readonly method: Method
  readonly findCredentials: (args: Args) => NamedCredentials
  /** Makes what `success` gets. */
  readonly toResult: (token: string, method: Method) => Success
  /** The present moment; the system's clock where absent. */
  readonly clock?: (() => Date) | undefined
}

/** Zoom's functions took the role as text; the two texts that mean one become the number. */
function toRole(role: unknown): 0 | 1 {
  return (role === '0' || role === '1' ? Number(role) : role) as 0 | 1
}

/** Makes an old function: arguments and callbacks as they were, and the signer does the rest. */
export function createOldFunction<Success, Args extends MeetingArguments<Success>>({
  method,
  findCredentials,
  toResult,
  clock,
}: OldFunction<Args, Success>): (args: Args) => string {
  const sign = (args: Args): string => {
    const credentials = findCredentials(args)
    assertNamedCredentials(credentials)
    const signer = createSigner({ ...credentials, ...(clock && { clock }) })
    const { meetingNumber, role, expirationSeconds } = args
    return signer.sign({ meetingNumber, role: toRole(role), expirationSeconds })
  }

  return (args) => {
    let token: string
    try {
      token = sign(args)
    } catch (error) {
      if (error instanceof SignatureError) fail(method, args, error)
      throw error
    }
    // Outside of `try`, since what a callback throws is not a failure to sign.
    if (typeof args.success === 'function') args.success(toResult(token, method))
    return token
  }
}
