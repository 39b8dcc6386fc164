import { type Credentials, checkCredentials } from '@sigshift/signer/sync'
import { issueCatalogue, issueUrl } from '@sigshift/spec'
import { type Config, settings } from './config.ts'

/** Readable in every token that it signs; the text is its own warning. */
export const demoKey = 'demo-key-zoom-will-refuse'

export type CredentialsResult =
  | { readonly ok: true; readonly credentials: Credentials; readonly demo: boolean }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Whether only programs of the same machine reach an address. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|::1|127(?:\.\d{1,3}){3})$/i.test(host)
}

function checkPair(credentials: Credentials): CredentialsResult {
  const faults = checkCredentials(credentials).map(({ code, evidence: [evidence] }) => {
    const { name } = settings[evidence?.field === 'sdkSecret' ? 'sdkSecret' : 'sdkKey']
    return `${name} is ${evidence?.seen}. ${issueCatalogue[code].remedy} See ${issueUrl(code)}`
  })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, credentials, demo: false }
}

/**
 * The key and secret to sign with. Without any, a demo pair whose secret is new at each start, and
 * only where nobody else can reach the signer, so that it is never deployed by mistake.
 */
export function chooseCredentials(
  { sdkKey, sdkSecret, host }: Config,
  createSecret: () => string,
): CredentialsResult {
  if (sdkKey !== undefined && sdkSecret !== undefined) return checkPair({ sdkKey, sdkSecret })
  const names = [settings.sdkKey.name, settings.sdkSecret.name] as const
  if (sdkKey !== undefined || sdkSecret !== undefined) {
    const [present, absent] = sdkKey === undefined ? [names[1], names[0]] : names
    return { ok: false, faults: [`${absent} is not set, and ${present} is. Set both.`] }
  }
  return isLoopback(host)
    ? { ok: true, credentials: { sdkKey: demoKey, sdkSecret: createSecret() }, demo: true }
    : {
        ok: false,
        faults: [
          `${names.join(' and ')} are not set. Demo credentials are for 127.0.0.1 only, and ${settings.host.name} is ${host}. Set both.`,
        ],
      }
}
