import { type Credentials, checkCredentials } from '@sigshift/signer/sync'
import { issueCatalogue, issueUrl } from '@sigshift/spec'
import { type ProductName, productNames } from './products.ts'
import { isLoopback } from './setting.ts'
import { type Config, settings } from './settings.ts'

/** Readable in every token that it signs; the text is its own warning. */
export const demoKey = 'demo-key-zoom-will-refuse'

/** An app before there is a signer of it. */
export interface NamedCredentials {
  readonly name: string
  readonly product: ProductName
  readonly credentials: Credentials
}

export type CredentialsResult =
  | { readonly ok: true; readonly apps: readonly NamedCredentials[]; readonly demo: boolean }
  | { readonly ok: false; readonly faults: readonly string[] }

const members = {
  meeting: ['sdkKey', 'sdkSecret'],
  video: ['videoKey', 'videoSecret'],
  cobrowse: ['cobrowseKey', 'cobrowseSecret'],
} as const satisfies Record<ProductName, readonly [keyof Config, keyof Config]>

/** What a file in UTF-16, as PowerShell writes it, is read as; it would sign, and Zoom would refuse it. */
const unreadable = /[\p{Cc}\ufffd]/u

/** What is wrong with a pair, with the names under which its two parts were given. */
export function findPairFaults(
  credentials: Credentials,
  [keyName, secretName]: readonly [string, string],
): readonly string[] {
  const faults = checkCredentials(credentials).map(({ code, evidence: [evidence] }) => {
    const name = evidence?.field === 'sdkSecret' ? secretName : keyName
    return `${name} is ${evidence?.seen}. ${issueCatalogue[code].remedy} See ${issueUrl(code)}`
  })
  return faults.length === 0 && unreadable.test(credentials.sdkSecret)
    ? [`${secretName} has characters that no secret has. Store it as one line of UTF-8.`]
    : faults
}

function readPair(config: Config, product: ProductName): Credentials | readonly string[] {
  const [key, secret] = members[product]
  const names = [settings[key].name, settings[secret].name] as const
  const sdkKey = config[key]
  const sdkSecret = config[secret]
  if (sdkKey !== undefined && sdkSecret !== undefined) {
    const faults = findPairFaults({ sdkKey, sdkSecret }, names)
    return faults.length > 0 ? faults : { sdkKey, sdkSecret }
  }
  if (sdkKey === undefined && sdkSecret === undefined) return []
  const [present, absent] = sdkKey === undefined ? [names[1], names[0]] : names
  return [`${absent} is not set, and ${present} is. Set both.`]
}

function createDemo({ host }: Config, createSecret: () => string): CredentialsResult {
  if (isLoopback(host)) {
    const credentials = { sdkKey: demoKey, sdkSecret: createSecret() }
    const apps = productNames.map((product) => ({ name: product, product, credentials }))
    return { ok: true, apps, demo: true }
  }
  const names = members.meeting.map((member) => settings[member].name).join(' and ')
  const fault = `${names} are not set. Demo credentials are for 127.0.0.1 only, and ${settings.host.name} is ${host}. Set both.`
  return { ok: false, faults: [fault] }
}

/**
 * The keys and secrets of the environment. Without any, a demo pair whose secret is new at each
 * start, and only where nobody else can reach the signer, so that it is never deployed by mistake.
 */
export function chooseCredentials(
  config: Config,
  createSecret: () => string,
  mayBeNone = false,
): CredentialsResult {
  const apps: NamedCredentials[] = []
  const faults: string[] = []
  for (const product of productNames) {
    const pair = readPair(config, product)
    if ('sdkKey' in pair) apps.push({ name: product, product, credentials: pair })
    else faults.push(...pair)
  }
  if (faults.length > 0) return { ok: false, faults }
  return apps.length > 0 || mayBeNone
    ? { ok: true, apps, demo: false }
    : createDemo(config, createSecret)
}
