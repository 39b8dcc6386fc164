import { type FetchSignatureOptions, fetchSignature } from './fetch-signature.ts'

/** What the client view's `ZoomMtg.join` and `init` call back. */
export interface JoinCallbacks {
  readonly success: (result?: unknown) => void
  readonly error: (reason: unknown) => void
}

/**
 * Joins with a signature. With one parameter it returns a promise, as `join` of the component view
 * does; with two it passes the callbacks on, as `ZoomMtg.join` of the client view wants them.
 */
export type Join = (signature: string, callbacks: JoinCallbacks) => unknown

/** "The signature has expired.", in both views. */
const signatureExpired = 3705

function isExpired(reason: unknown): boolean {
  return (
    typeof reason === 'object' &&
    reason !== null &&
    'errorCode' in reason &&
    Number(reason.errorCode) === signatureExpired
  )
}

function attempt(join: Join, signature: string): Promise<unknown> {
  return new Promise((success, error) => {
    const joining = join(signature, { success, error })
    if (join.length < 2) success(joining)
  })
}

/**
 * Asks the team's own endpoint for a signature and joins with it. Where Zoom answers 3705, "The
 * signature has expired.", as after a long wait on the page, it asks for a fresh one and joins once
 * more, never a third time; nor where the endpoint gives the same signature again, which a cache does.
 *
 * @returns what the SDK gave.
 * @throws {EndpointError} as `fetchSignature` does, and whatever `join` fails with.
 * @example
 * ```ts
 * import { fetchSignatureAndJoin } from '@sigshift/compat'
 *
 * const client = { join: async ({ signature }) => `joined with ${signature}` } // ZoomMtgEmbedded's
 * const joined = await fetchSignatureAndJoin(
 *   {
 *     endpoint: 'https://example.com/signature',
 *     meetingNumber: '84512367890',
 *     role: 0,
 *     fetch: async () => Response.json({ signature: 'eyJhbGci.eyJhcHBL.c2ln' }), // for this page
 *   },
 *   (signature) => client.join({ signature, meetingNumber: '84512367890', userName: 'Ann' }),
 * )
 * joined // => 'joined with eyJhbGci.eyJhcHBL.c2ln'
 * ```
 */
export async function fetchSignatureAndJoin(
  options: FetchSignatureOptions,
  join: Join,
): Promise<unknown> {
  const signature = await fetchSignature(options)
  try {
    return await attempt(join, signature)
  } catch (reason) {
    if (!isExpired(reason)) throw reason
    const fresh = await fetchSignature(options)
    if (fresh === signature) throw reason
    return attempt(join, fresh)
  }
}
