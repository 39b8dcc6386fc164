import { stat } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { UsageError } from '../usage-error.ts'

/** One of the paths that were named, from the root and with `/`; empty for the root itself. */
export interface Target {
  readonly path: string
  readonly isFolder: boolean
}

/** What is to be scanned. Findings and plans name files from the root. */
export interface Selection {
  readonly root: string
  readonly targets: readonly Target[]
}

interface Named {
  readonly path: string
  readonly isFolder: boolean
}

async function look(path: string, cwd: string): Promise<Named> {
  const whole = resolve(cwd, path)
  try {
    const found = await stat(whole)
    if (found.isDirectory() || found.isFile()) {
      return { path: whole, isFolder: found.isDirectory() }
    }
  } catch {
    // Said below, as of anything else that cannot be read.
  }
  throw new UsageError(
    `There is no file or folder ${path}`,
    'Name files and folders that exist, or none to scan the current folder.',
  )
}

/** The way from a folder to a path in it, with `/`; nothing where the path is outside. */
export function wayTo(path: string, folder: string): string | undefined {
  const way = relative(folder, path)
  const isInside = !isAbsolute(way) && way.split(sep)[0] !== '..'
  return isInside ? way.split(sep).join('/') : undefined
}

function commonFolder(named: readonly Named[]): string {
  const [first = '', ...others] = named.map(({ path, isFolder }) =>
    isFolder ? path : dirname(path),
  )
  return others.reduce((folder, other) => {
    let common = folder
    while (wayTo(other, common) === undefined) common = dirname(common)
    return common
  }, first)
}

function isWithin(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`)
}

/**
 * The current folder is the root where all paths lie in it, so that files have the names which
 * editors and `git` give them; else it is the deepest folder that holds all of them.
 *
 * @throws {UsageError} where a path is neither a file nor a folder.
 */
export async function select(paths: readonly string[], cwd: string): Promise<Selection> {
  const named = await Promise.all((paths.length > 0 ? paths : ['.']).map((path) => look(path, cwd)))
  const isAllInside = named.every(({ path }) => wayTo(path, cwd) !== undefined)
  const root = isAllInside ? cwd : commonFolder(named)
  const targets = named.map(({ path, isFolder }) => ({ path: wayTo(path, root) ?? '', isFolder }))
  const unique = targets.filter(
    ({ path }, i) => targets.findIndex((other) => other.path === path) === i,
  )
  return {
    root,
    targets: unique.filter(
      ({ path }) =>
        !unique.some(
          (other) => other.isFolder && other.path !== path && isWithin(path, other.path),
        ),
    ),
  }
}
