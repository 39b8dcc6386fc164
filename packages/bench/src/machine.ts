import { createRequire } from 'node:module'
import { cpus } from 'node:os'

const require = createRequire(import.meta.url)

function versionOf(name: string): string {
  return (require(`${name}/package.json`) as { version: string }).version
}

/** What numbers were measured on, in one line. */
export function describeMachine(): string {
  return `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`
}

/** Packages with their versions, as installed here. */
export function describePackages(names: readonly string[]): string {
  return names.map((name) => `${name} ${versionOf(name)}`).join(', ')
}
