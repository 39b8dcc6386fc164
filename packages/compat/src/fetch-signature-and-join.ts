import { type FetchSignatureOptions, fetchSignature } from './fetch-signature.ts'

/** Joins with a signature and gives a promise, as `join` of the component view does. */
export type Join<Joined> = (signature: string) => Joined | PromiseLike<Joined>

/** "The signature has expired." */
const signatureExpired = 3705

function isExpired(reason: unknown): boolean {
  return (
    typeof reason === 'object' &&
    reason !== null &&
    'errorCode' in reason &&
    Number(reason.errorCode) === signatureExpired
  )
}

/**
 * Asks the team's own endpoint for a signature and joins with it. Where Zoom answers 3705, "The
 * signature has expired.", as after a long wait on the page, it asks for a fresh one and joins once
 * more, never a third time; nor where the endpoint gives the same signature again, which a cache does.
 *
 * For the component view. The client view (6.2.0) sends nothing for a second `join` on one page: there,
 * call `fetchSignature` right before `ZoomMtg.join`, and load the page again where it says 3705.
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
export async function fetchSignatureAndJoin<Joined>(
  options: FetchSignatureOptions,
  join: Join<Joined>,
): Promise<Joined> {
  const signature = await fetchSignature(options)
  try {
    return await join(signature)
  } catch (reason) {
    if (!isExpired(reason)) throw reason
    const fresh = await fetchSignature(options)
    if (fresh === signature) throw reason
    return join(fresh)
  }
}
