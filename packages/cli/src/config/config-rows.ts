/** What a member of the configuration file holds. */
export type ConfigKind = 'text' | 'flag' | 'list'

/** The members of `sigshift.config.json`; the reader, its errors and the README's test read them. */
export const configRows = [
  { name: '$schema', kind: 'text', description: 'for editors; not read' },
  {
    name: 'ignore',
    kind: 'list',
    description: 'patterns as in .gitignore, from the folder of this file',
  },
  { name: 'ignoreCodes', kind: 'list', description: 'finding codes that are not reported' },
  { name: 'baseline', kind: 'text', description: 'as --baseline, from the folder of this file' },
  { name: 'renameEnv', kind: 'list', description: 'the values of --rename-env' },
  { name: 'package', kind: 'flag', description: 'as --package' },
  { name: 'standalone', kind: 'flag', description: 'as --standalone' },
  { name: 'endpoint', kind: 'text', description: 'as --endpoint' },
] as const

type ValueOf<Kind extends ConfigKind> = Kind extends 'list'
  ? readonly string[]
  : Kind extends 'flag'
    ? boolean
    : string

/** A configuration file, read. */
export type ConfigValues = {
  readonly [Row in (typeof configRows)[number] as Row['name']]?: ValueOf<Row['kind']>
}
