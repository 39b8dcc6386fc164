import { CredentialsError, checkCredentials } from '@sigshift/signer/sync'
import type { Issue } from '@sigshift/spec'

/** A key and a secret as they came in, and the names under which they came. */
export interface NamedCredentials {
  readonly sdkKey: string
  readonly sdkSecret: string
  readonly names: { readonly sdkKey: string; readonly sdkSecret: string }
}

type CredentialName = 'sdkKey' | 'sdkSecret' | 'clientId' | 'clientSecret' | 'apiKey' | 'apiSecret'

/** Only the name tells: an API key of a JWT app and a client ID have the same length and letters. */
const jwtAppCredentials: Issue = {
  code: 'wrong-credential-type',
  evidence: [
    {
      field: 'apiKey',
      seen: 'given in place of sdkKey',
      wanted: 'sdkKey and sdkSecret of a Meeting SDK app',
    },
  ],
}

/**
 * The pair that `generateSDKSignature` was called with. The client's pair counts where neither of
 * the SDK's is given, and the two are never mixed, as in `@zoomus/websdk` 2.18.
 */
export function findSdkCredentials(args: object): NamedCredentials {
  const given = args as Readonly<Record<CredentialName, string>>
  const { sdkKey, sdkSecret, clientId, clientSecret, apiKey, apiSecret } = given
  if (sdkKey || sdkSecret || !(clientId || clientSecret || apiKey || apiSecret)) {
    return { sdkKey, sdkSecret, names: { sdkKey: 'sdkKey', sdkSecret: 'sdkSecret' } }
  }
  if (!clientId && !clientSecret) throw new CredentialsError([jwtAppCredentials])
  const names = { sdkKey: 'clientId', sdkSecret: 'clientSecret' }
  return { sdkKey: clientId, sdkSecret: clientSecret, names }
}

/** @throws {CredentialsError} with what the signer would find, under the caller's own names. */
export function assertNamedCredentials({ names, ...credentials }: NamedCredentials): void {
  const [first, ...others] = checkCredentials(credentials).map(({ code, evidence }): Issue => {
    const rename = (field: string): string => names[field as keyof typeof names] ?? field
    return { code, evidence: evidence.map((fact) => ({ ...fact, field: rename(fact.field) })) }
  })
  if (first) throw new CredentialsError([first, ...others])
}
