import { readFileSync } from 'node:fs'
import { describeValue } from '@sigshift/spec'
import type { ReadText } from './read-files.ts'
import { fileVariable, type Setting } from './setting.ts'
import { type Config, settings } from './settings.ts'

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] }

type Env = Readonly<Record<string, string | undefined>>

/** A mounted secret often ends with a line feed that is no part of it. */
export function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '')
}

/** Says why a file cannot be read, without its content. */
export function describeReadError(path: string, error: unknown): string {
  return `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`
}

interface Found {
  readonly text?: string | undefined
  readonly fault?: string
}

function find(setting: Setting, env: Env, readText: ReadText): Found {
  const path = setting.secret ? env[fileVariable(setting)] : undefined
  const text = env[setting.name] || undefined
  if (!path) return { text: text ?? setting.default }
  if (text) return { fault: `${setting.name} and ${fileVariable(setting)} are both set. Set one.` }
  try {
    return { text: withoutLineEnd(readText(path)) }
  } catch (error) {
    return { fault: `${fileVariable(setting)}: ${describeReadError(path, error)}` }
  }
}

/**
 * Reads the table's variables, and the files that they name. An empty one counts as absent, as a
 * copied `.env.example` has it.
 */
export function readConfig(
  env: Env,
  readText: ReadText = (path) => readFileSync(path, 'utf8'),
): ConfigResult {
  const config: Record<string, unknown> = {}
  const faults: string[] = []
  for (const [key, setting] of Object.entries<Setting>(settings)) {
    const { text, fault } = find(setting, env, readText)
    if (fault) faults.push(fault)
    if (text === undefined) continue
    const value = setting.parse(text)
    if (value === undefined) {
      const seen = setting.secret ? 'not usable' : describeValue(text)
      faults.push(`${setting.name} is ${seen}, wanted ${setting.wanted}.`)
    }
    config[key] = value
  }
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, config: config as unknown as Config }
}
