import { type Access, type App, type Authenticate, createAccess, type Pair } from './access.ts'
import { createAuthenticate } from './authenticate.ts'
import { shortHash } from './caller-keys.ts'
import { describeReadError, readConfig, withoutLineEnd } from './config.ts'
import { chooseCredentials, findPairFaults, type NamedCredentials } from './credentials.ts'
import type { LogDestination } from './log.ts'
import { createOpenCaller } from './policy.ts'
import { type ProductName, products } from './products.ts'
import { type AccessFile, type PairEntry, readAccessFile } from './read-access-file.ts'
import { type FilesRead, type ReadText, recordReads } from './read-files.ts'
import type { createRemoteKeys } from './remote-keys.ts'
import { isLoopback } from './setting.ts'
import { type Config, type OpenAccess, settings } from './settings.ts'

export interface AccessEdge {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly readText: ReadText
  readonly now: () => Date
  readonly createSecret: () => string
  /** Keeps what it made, so that fetched keys outlive a rotation. */
  readonly keysOf: (url: string) => ReturnType<typeof createRemoteKeys>
  /** Standard output, line by line, where absent. */
  readonly logDestination?: LogDestination
}

export interface Loaded {
  readonly config: Config
  readonly access: Access
  readonly demo: boolean
  /** What anyone may sign for, where no caller is configured. */
  readonly openAccess: OpenAccess | undefined
  /** What this was read from. */
  readonly files: FilesRead
}

export type LoadResult =
  | ({ readonly ok: true } & Loaded)
  | { readonly ok: false; readonly faults: readonly string[]; readonly files: FilesRead }

/** What was loaded, before it is said from which files. */
type Unfiled =
  | ({ readonly ok: true } & Omit<Loaded, 'files'>)
  | { readonly ok: false; readonly faults: readonly string[] }

const empty: AccessFile = { apps: new Map(), callers: new Map(), identityProviders: new Map() }

/** Collects apps and faults. */
class Loader {
  readonly faults: string[] = []
  readonly edge: AccessEdge

  constructor(edge: AccessEdge) {
    this.edge = edge
  }

  read(path: string): string | undefined {
    try {
      return this.edge.readText(path)
    } catch (error) {
      this.faults.push(describeReadError(path, error))
      return undefined
    }
  }

  file(path: string | undefined): AccessFile {
    const text = path === undefined ? undefined : this.read(path)
    if (text === undefined) return empty
    const result = readAccessFile(text)
    if (result.ok) return result.file
    this.faults.push(...result.faults)
    return empty
  }

  pair(place: string, product: ProductName, { sdkKey, sdkSecret: source }: PairEntry): Pair {
    const given = 'env' in source ? this.edge.env[source.env] : this.read(source.file)
    const sdkSecret = withoutLineEnd(given ?? '')
    const clock = this.edge.now
    const faults = findPairFaults({ sdkKey, sdkSecret }, [`${place}.sdkKey`, `${place}.sdkSecret`])
    this.faults.push(...faults)
    if (faults.length > 0) return { sdkKey, sign: () => '' }
    return { sdkKey, sign: products[product].createSign({ sdkKey, sdkSecret, clock }) }
  }
}

function fileApps(loader: Loader, file: AccessFile): App[] {
  return [...file.apps].map(([name, entry]) => {
    const { product, next } = entry
    const current = loader.pair(`apps.${name}`, product, entry)
    const later = next && loader.pair(`apps.${name}.next`, product, next)
    const from = next?.from?.getTime()
    const active =
      later && from !== undefined
        ? (): Pair => (loader.edge.now().getTime() >= from ? later : current)
        : (): Pair => current
    return { name, product, active }
  })
}

type OpenResult =
  | { readonly ok: true; readonly openAccess: OpenAccess }
  | { readonly ok: false; readonly fault: string }

function portFaults({ port, metricsPort }: Config): readonly string[] {
  if (metricsPort !== port || port === 0) return []
  return [`${settings.metricsPort.name} and ${settings.port.name} are both ${port}. Set another.`]
}

/** Whether it may be open, and for what. */
function chooseOpenAccess({ openAccess, mode, host }: Config): OpenResult {
  if (openAccess) return { ok: true, openAccess }
  const isProduction = mode === 'production'
  if (!isProduction && isLoopback(host)) return { ok: true, openAccess: 'host' }
  const { openAccess: open, accessFile } = settings
  const why = isProduction
    ? `${settings.mode.name} is production`
    : `${settings.host.name} is ${host}`
  const fault = `there is no caller, so that anyone would get tokens, and ${why}. Name callers in ${accessFile.name}, or say what anyone may have with ${open.name}=participant or ${open.name}=host.`
  return { ok: false, fault }
}

function environmentApps(named: readonly NamedCredentials[], clock: () => Date): App[] {
  return named.map(({ name, product, credentials }) => {
    const { sdkKey } = credentials
    const pair = { sdkKey, sign: products[product].createSign({ ...credentials, clock }) }
    return { name, product, active: () => pair }
  })
}

/** A misspelt name would otherwise leave a caller without an app, or without a word. */
function checkNames(loader: Loader, file: AccessFile, apps: readonly App[]): void {
  const names = apps.map(({ name }) => name)
  for (const name of new Set(names.filter((one, i) => names.indexOf(one) < i))) {
    loader.faults.push(`apps.${name} has the name of the app of the environment.`)
  }
  const policies = [
    ...[...file.callers.values()].map(({ policy }) => policy),
    ...[...file.identityProviders.values()].flatMap(({ policies: rows }) =>
      rows.map(({ policy }) => policy),
    ),
  ]
  const unknown = policies
    .flatMap((policy) => policy.apps ?? [])
    .find((app) => !names.includes(app))
  if (unknown !== undefined) loader.faults.push('a policy names an app that is not there.')
  if (names.length === 0) {
    loader.faults.push(
      `there is no app. Set ${settings.sdkKey.name} or name one in the access file.`,
    )
  }
}

function createWho(file: AccessFile, { keysOf, now }: AccessEdge): Authenticate | undefined {
  const keys = [...file.callers].flatMap(([id, { keys: hashes, policy }]) =>
    hashes.map((keyHash) => ({
      keyHash,
      caller: { id, key: shortHash(keyHash), policy, rule: 'key' as const },
    })),
  )
  const providers = [...file.identityProviders].map(([name, entry]) => ({
    ...entry,
    name,
    keys: keysOf(entry.keysUrl),
  }))
  const isClosed = file.callers.size + providers.length > 0
  return isClosed ? createAuthenticate(keys, providers, now) : undefined
}

/** Reads the environment and every file that it names. Called again, it reads what is there then. */
export function loadAccess(edge: AccessEdge): LoadResult {
  const { files, readText } = recordReads(edge.readText)
  return { ...load({ ...edge, readText }), files }
}

function load(edge: AccessEdge): Unfiled {
  const read = readConfig(edge.env, edge.readText)
  if (!read.ok) return read
  const { config } = read
  const loader = new Loader(edge)
  const file = loader.file(config.accessFile)
  const chosen = chooseCredentials(config, edge.createSecret, config.accessFile !== undefined)
  const { faults } = loader
  faults.push(...portFaults(config))
  if (!chosen.ok) return { ok: false, faults: [...faults, ...chosen.faults] }
  const apps = [...environmentApps(chosen.apps, edge.now), ...fileApps(loader, file)]
  if (faults.length === 0) checkNames(loader, file, apps)
  const authenticate = createWho(file, edge)
  const open = authenticate ? undefined : chooseOpenAccess(config)
  if (open && !open.ok && faults.length === 0) faults.push(open.fault)
  if (faults.length > 0) return { ok: false, faults }
  const openAccess = open?.ok ? open.openAccess : undefined
  const access = createAccess(apps, {
    authenticate: authenticate ?? (() => ({ refused: 'no-callers' })),
    ...(openAccess ? { open: createOpenCaller(openAccess) } : {}),
  })
  return { ok: true, config, access, demo: chosen.demo, openAccess }
}
