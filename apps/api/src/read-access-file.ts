import { keyHashPattern } from './caller-keys.ts'
import { FileReader } from './file-reader.ts'
import { type ConditionalPolicy, tokenAlgorithms } from './identity-provider.ts'
import type { Policy } from './policy.ts'
import { type ProductName, productNames } from './products.ts'
import { readConditionalPolicy, readPolicy } from './read-policy.ts'
import { findRepeatedName } from './repeated-member.ts'
import { isSafeUrl } from './setting.ts'

/** Where a secret stands; never in the access file itself. */
type SecretSource = { readonly file: string } | { readonly env: string }

export interface PairEntry {
  readonly sdkKey: string
  readonly sdkSecret: SecretSource
}

interface AppEntry extends PairEntry {
  readonly product: ProductName
  /** Checked at once, and signs from its moment on. */
  readonly next?: PairEntry & { readonly from: Date | undefined }
}

interface CallerEntry {
  readonly keys: readonly string[]
  readonly policy: Policy
}

interface ProviderEntry {
  readonly issuer: string
  readonly audience: string
  readonly algorithms: readonly string[]
  readonly keysUrl: string
  readonly type?: string
  readonly maxAgeSeconds: number
  readonly policies: readonly ConditionalPolicy[]
}

/** The file that `ACCESS_FILE` names. */
export interface AccessFile {
  readonly apps: ReadonlyMap<string, AppEntry>
  readonly callers: ReadonlyMap<string, CallerEntry>
  readonly identityProviders: ReadonlyMap<string, ProviderEntry>
}

function readSource(reader: FileReader, place: string, value: unknown): SecretSource {
  const { file, env } = reader.object(place, value, ['file', 'env'])
  if (typeof file === 'string' && file && env === undefined) return { file }
  if (typeof env === 'string' && env && file === undefined) return { env }
  reader.faults.push(`${place} is not usable, wanted {"file": path} or {"env": variable}.`)
  return { env: '' }
}

/** RFC 3339. `Date` alone takes `1` for the year 2001, and a time without a zone for the host's. */
const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/

function readTime(reader: FileReader, place: string, value: unknown): Date | undefined {
  if (value === undefined) return undefined
  const time = new Date(typeof value === 'string' && timePattern.test(value) ? value : Number.NaN)
  if (!Number.isNaN(time.getTime())) return time
  return reader.fault(place, value, 'a time with its zone, such as 2027-01-01T00:00:00Z')
}

function readApp(reader: FileReader, place: string, value: unknown): AppEntry {
  const app = reader.object(place, value, ['product', 'sdkKey', 'sdkSecret', 'next'])
  const [product = 'meeting'] =
    app.product === undefined ? [] : reader.words(`${place}.product`, [app.product], productNames)
  const entry = {
    product,
    sdkKey: reader.text(`${place}.sdkKey`, app.sdkKey),
    sdkSecret: readSource(reader, `${place}.sdkSecret`, app.sdkSecret),
  }
  if (app.next === undefined) return entry
  const next = reader.object(`${place}.next`, app.next, ['sdkKey', 'sdkSecret', 'from'])
  return {
    ...entry,
    next: {
      sdkKey:
        next.sdkKey === undefined ? entry.sdkKey : reader.text(`${place}.next.sdkKey`, next.sdkKey),
      sdkSecret: readSource(reader, `${place}.next.sdkSecret`, next.sdkSecret),
      from: readTime(reader, `${place}.next.from`, next.from),
    },
  }
}

function readCaller(reader: FileReader, place: string, value: unknown): CallerEntry {
  const { keys, policy } = reader.object(place, value, ['keys', 'policy'])
  const wanted = '`sha256:` and 64 hex digits, as --new-key prints it'
  // An empty list lets nobody in: so the only key of a caller is taken away.
  const isEmpty = Array.isArray(keys) && keys.length === 0
  return {
    keys: isEmpty ? [] : reader.texts(`${place}.keys`, keys, wanted, keyHashPattern),
    policy: readPolicy(reader, `${place}.policy`, policy),
  }
}

const providerMembers = [
  'issuer',
  'audience',
  'algorithms',
  'keysUrl',
  'type',
  'maxAgeSeconds',
  'policies',
]

function readProvider(reader: FileReader, place: string, value: unknown): ProviderEntry {
  const members = reader.object(place, value, providerMembers)
  const { keysUrl, type, maxAgeSeconds, policies } = members
  if (typeof keysUrl !== 'string' || !isSafeUrl(keysUrl)) {
    reader.fault(`${place}.keysUrl`, keysUrl, 'an address with https://')
  }
  const rows = Array.isArray(policies) && policies.length > 0 ? policies : undefined
  if (!rows) reader.fault(`${place}.policies`, policies, 'a list of policies')
  return {
    issuer: reader.text(`${place}.issuer`, members.issuer),
    audience: reader.text(`${place}.audience`, members.audience),
    algorithms: reader.words(`${place}.algorithms`, members.algorithms, tokenAlgorithms),
    keysUrl: String(keysUrl),
    ...(type === undefined ? {} : { type: reader.text(`${place}.type`, type) }),
    maxAgeSeconds:
      maxAgeSeconds === undefined
        ? 86_400
        : reader.integer(`${place}.maxAgeSeconds`, maxAgeSeconds, 60, 604_800),
    policies: (rows ?? []).map((row, i) =>
      readConditionalPolicy(reader, `${place}.policies[${i}]`, row),
    ),
  }
}

export type AccessFileResult =
  | { readonly ok: true; readonly file: AccessFile }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Reads the text of an access file; everything that is wrong is told at once, with its place. */
export function readAccessFile(text: string): AccessFileResult {
  // Editors of Windows put a byte order mark in front.
  const json = text.replace(/^\ufeff/, '')
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { ok: false, faults: ['the access file is not JSON.'] }
  }
  const reader = new FileReader()
  if (findRepeatedName(json) !== undefined) {
    reader.faults.push('the access file has a name twice in one object, wanted each once.')
  }
  const root = reader.object('the access file', value, ['apps', 'callers', 'identityProviders'])
  const file: AccessFile = {
    apps: reader.named('apps', root.apps, (place, one) => readApp(reader, place, one)),
    callers: reader.named('callers', root.callers, (place, one) => readCaller(reader, place, one)),
    identityProviders: reader.named('identityProviders', root.identityProviders, (place, one) =>
      readProvider(reader, place, one),
    ),
  }
  const issuers = [...file.identityProviders.values()].map(({ issuer }) => issuer)
  if (new Set(issuers).size < issuers.length) {
    reader.faults.push('identityProviders has two of the same issuer, wanted one each.')
  }
  const hashes = [...file.callers.values()].flatMap(({ keys }) => keys)
  if (new Set(hashes).size < hashes.length) {
    reader.faults.push('callers has a key twice, wanted each once.')
  }
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, file }
}
