import { dirname, join, resolve } from 'node:path'
import { issueCatalogue } from '@sigshift/spec'
import { fileFault } from '../files/file-fault.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import { type ConfigKind, type ConfigValues, configRows } from './config-rows.ts'

const configName = 'sigshift.config.json'
const maximumBytes = 100_000

/** The configuration and the folder that its paths start from. */
export interface Config {
  readonly folder: string
  readonly values: ConfigValues
}

const kinds: Readonly<
  Record<ConfigKind, { readonly words: string; readonly holds: (value: unknown) => boolean }>
> = {
  text: { words: 'a text', holds: (value) => typeof value === 'string' && value !== '' },
  flag: { words: 'true or false', holds: (value) => typeof value === 'boolean' },
  list: {
    words: 'a list of texts',
    holds: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
  },
}

function refuse(path: string, reason: string): never {
  throw new UsageError(
    `The configuration ${path} ${reason}.`,
    `It may hold ${configRows.map(({ name }) => name).join(', ')}; see the README of sigshift.`,
  )
}

/** @throws {UsageError} where the text is not a configuration. */
function parseConfig(text: string, path: string): ConfigValues {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refuse(path, 'is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(path, 'is not a JSON object')
  }
  for (const [name, member] of Object.entries(value)) {
    const row = configRows.find((each) => each.name === name)
    if (!row) return refuse(path, `has an unknown member ${name.slice(0, 40)}`)
    const { holds, words } = kinds[row.kind]
    if (!holds(member)) return refuse(path, `has a member ${name} that is not ${words}`)
  }
  const values: ConfigValues = value
  const unknown = values.ignoreCodes?.find((code) => !Object.hasOwn(issueCatalogue, code))
  if (unknown !== undefined) refuse(path, `ignores an unknown code ${unknown.slice(0, 40)}`)
  return values
}

/** The text of a file, or nothing where there is none. */
async function readIfThere(path: string, { readFile }: World): Promise<string | undefined> {
  try {
    return await readFile(path, maximumBytes)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new UsageError(
      `The configuration ${path} cannot be read: ${fileFault(error)}.`,
      'Make it readable, or name another by --config.',
    )
  }
}

/**
 * The configuration that was named, or else the nearest one in the folder and those above it, up
 * to the root of the repository.
 */
export async function readConfig(
  named: string | undefined,
  folder: string,
  world: World,
): Promise<Config> {
  if (named !== undefined) {
    const path = resolve(world.cwd, named)
    const text = await readIfThere(path, world)
    if (text === undefined) refuse(named, 'does not exist')
    return { folder: dirname(path), values: parseConfig(text, named) }
  }
  for (let current = folder; ; current = dirname(current)) {
    const text = await readIfThere(join(current, configName), world)
    if (text !== undefined) {
      return { folder: current, values: parseConfig(text, join(current, configName)) }
    }
    if (current === dirname(current) || (await world.exists(join(current, '.git')))) {
      return { folder, values: {} }
    }
  }
}
