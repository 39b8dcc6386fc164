import { UsageError } from '../usage-error.ts'

/** Stands for {@link legacyNames}. */
const allLegacy = 'legacy'

/** What bundlers want in front of a variable that pages may read; it stays. */
const prefixes = [
  '',
  'APP_',
  'EXPO_PUBLIC_',
  'GATSBY_',
  'MIX_',
  'NEXT_PUBLIC_',
  'NG_APP_',
  'NUXT_',
  'NUXT_PUBLIC_',
  'PUBLIC_',
  'REACT_APP_',
  'VITE_',
  'VUE_APP_',
]

const oldToNew = [
  ['ZOOM_JWT_API_KEY', 'ZOOM_MEETING_SDK_KEY'],
  ['ZOOM_JWT_KEY', 'ZOOM_MEETING_SDK_KEY'],
  ['ZOOM_JWT_API_SECRET', 'ZOOM_MEETING_SDK_SECRET'],
  ['ZOOM_JWT_SECRET', 'ZOOM_MEETING_SDK_SECRET'],
] as const

/** The names of the retired app type and the standard ones, as pairs. */
const legacyNames: readonly (readonly [string, string])[] = prefixes.flatMap((prefix) =>
  oldToNew.map(([from, to]) => [prefix + from, prefix + to] as const),
)

const nameShape = /^[A-Za-z_]\w*$/

function refuse(message: string): never {
  throw new UsageError(
    message,
    'Write it as --rename-env ZOOM_API_KEY=ZOOM_MEETING_SDK_KEY, once for each name, or as --rename-env legacy for all ZOOM_JWT_... names.',
  )
}

/** What was written for a new name may be a value, even a secret, so it is not repeated. */
function parsePair(row: string): readonly [string, string] {
  const [from = '', to = '', ...more] = row.split('=')
  const shown = nameShape.test(from) ? ` ${from}` : ''
  if (!row.includes('=')) refuse(`--rename-env${shown} has no new name.`)
  if (!nameShape.test(from)) refuse('--rename-env has an old name that no variable can have.')
  if (!nameShape.test(to) || more.length > 0) {
    refuse(`--rename-env${shown}=… has a new name that no variable can have.`)
  }
  if (from === to) refuse(`--rename-env${shown} has the same name twice.`)
  return [from, to]
}

/** @throws {UsageError} where a row is not `OLD=NEW`, or where a second run would rename again. */
export function parseRenameEnv(rows: readonly string[]): Readonly<Record<string, string>> {
  const single = new Map<string, string>()
  for (const [from, to] of rows.filter((row) => row !== allLegacy).map(parsePair)) {
    if ((single.get(from) ?? to) !== to) refuse(`--rename-env ${from} has two new names.`)
    single.set(from, to)
  }
  const names = new Map([...(rows.includes(allLegacy) ? legacyNames : []), ...single])
  const chained = [...names.values()].find((to) => names.has(to))
  if (chained !== undefined) refuse(`--rename-env has ${chained} as an old and as a new name.`)
  return Object.fromEntries(names)
}
