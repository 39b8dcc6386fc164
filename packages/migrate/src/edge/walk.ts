import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SkippedFile } from '../finding.ts'
import { isWorthParsing, type SourceFile } from '../scan.ts'
import { isRelevantFile } from '../syntax/relevant-file.ts'
import { IgnoreRules } from './ignore-rules.ts'

export interface WalkOptions {
  /** Larger files are passed over. */
  readonly maximumBytes?: number
  /** Words, beside those of the rules, that make a file worth reading: the names to rename. */
  readonly also?: readonly string[]
  readonly onSkip?: (skipped: SkippedFile) => void
  /** Called for every file that is read, also where nothing in it is worth a closer look. */
  readonly onRead?: (file: string) => void
}

const defaultMaximumBytes = 2_000_000
const longestLine = 100_000

function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
      return 'not readable'
    case 'ENOENT':
      return 'gone since it was listed'
    default:
      return 'could not be read'
  }
}

/** The text of a file, or why it is none. */
function decode(bytes: Uint8Array): { readonly text: string } | { readonly reason: string } {
  if (bytes.subarray(0, 8000).includes(0)) return { reason: 'binary' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { reason: 'not UTF-8' }
  }
}

function hasLongLine(text: string): boolean {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const stop = end < 0 ? text.length : end
    if (stop - start > longestLine) return true
    start = stop + 1
  }
  return false
}

async function readSource(
  root: string,
  path: string,
  options: WalkOptions,
): Promise<SourceFile | undefined> {
  const skip = (reason: string): undefined => {
    options.onSkip?.({ file: path, reason })
  }
  try {
    const { size } = await lstat(join(root, path))
    if (size > (options.maximumBytes ?? defaultMaximumBytes)) return skip('too large')
    const bytes = await readFile(join(root, path))
    options.onRead?.(path)
    // Bytes as Latin-1 keep every ASCII word, and cost no decoding.
    if (!isWorthParsing(bytes.toString('latin1'), path, options.also)) return undefined
    const decoded = decode(bytes)
    if ('reason' in decoded) return skip(decoded.reason)
    if (hasLongLine(decoded.text)) return skip('generated: a line is very long')
    return { path, text: decoded.text }
  } catch (error) {
    return skip(reasonOf(error))
  }
}

async function list(
  root: string,
  folder: string,
  options: WalkOptions,
): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    options.onSkip?.({ file: folder === '' ? '.' : folder, reason: reasonOf(error) })
    return []
  }
}

interface Folder {
  readonly path: string
  readonly rules: IgnoreRules
}

/** What is in a folder: the files to read and the folders to go into. */
async function look(
  root: string,
  folder: Folder,
  options: WalkOptions,
): Promise<{ files: string[]; folders: Folder[] }> {
  const rules = await folder.rules.enter(root, folder.path)
  const files: string[] = []
  const folders: Folder[] = []
  for (const entry of await list(root, folder.path, options)) {
    const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`
    if (entry.isSymbolicLink()) options.onSkip?.({ file: path, reason: 'symbolic link' })
    else if (rules.ignores(entry.isDirectory() ? `${path}/` : path)) continue
    else if (entry.isDirectory()) folders.push({ path, rules })
    else if (entry.isFile() && isRelevantFile(path)) files.push(path)
  }
  return { files, folders }
}

/** The paths of the files to read, folder by folder. */
async function* paths(root: string, options: WalkOptions): AsyncGenerator<string> {
  const open: Folder[] = [{ path: '', rules: IgnoreRules.none }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { files, folders } = await look(root, next, options)
    yield* files
    open.push(...folders.reverse())
  }
}

const filesAtOnce = 32

/**
 * The files below a folder that can hold a finding, a few of them read ahead. Follows no symbolic
 * link, honours `.gitignore` and `.sigshiftignore` at every level, and says what it passes over.
 * Paths come from the root and have `/`.
 */
export async function* walk(root: string, options: WalkOptions = {}): AsyncGenerator<SourceFile> {
  const reading: Promise<SourceFile | undefined>[] = []
  for await (const path of paths(root, options)) {
    reading.push(readSource(root, path, options))
    if (reading.length < filesAtOnce) continue
    const file = await reading.shift()
    if (file) yield file
  }
  for (const each of reading) {
    const file = await each
    if (file) yield file
  }
}
