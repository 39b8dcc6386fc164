import type { Authenticate } from './access.ts'
import { createKeyLookup, type StoredKey } from './caller-keys.ts'
import { createTokenVerifier, type IdentityProvider } from './identity-provider.ts'

const compactJwt = /^[\w-]+\.[\w-]+\.[\w-]*$/

/** Makes the function from what stands after `Bearer` to its caller. */
export function createAuthenticate(
  keys: readonly StoredKey[],
  providers: readonly IdentityProvider[],
  currentDate: () => Date,
): Authenticate {
  const lookUp = createKeyLookup(keys)
  const verify = createTokenVerifier(providers, currentDate)
  return (token) =>
    lookUp(token) ??
    (providers.length > 0 && compactJwt.test(token) ? verify(token) : { refused: 'key-unknown' })
}

/** What stands after `Bearer` in an `authorization` header. */
export function bearerToken(header: string | undefined): string | undefined {
  return header === undefined ? undefined : /^Bearer +([\w.~+/=-]+) *$/i.exec(header)?.[1]
}
