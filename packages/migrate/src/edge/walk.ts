import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SkippedFile } from '../finding.ts'
import { parsingWorth, type SourceFile } from '../scan.ts'
import { isRelevantFile } from '../syntax/relevant-file.ts'
import { FileReader } from './file-reader.ts'
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
    case 'ELOOP':
      return 'symbolic link'
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

/** What the files of one walk are read with. */
interface Reading {
  readonly options: WalkOptions
  readonly reader: FileReader
  readonly isWorthParsing: ReturnType<typeof parsingWorth>
}

function readSource(
  place: string,
  path: string,
  { options, reader, isWorthParsing }: Reading,
): SourceFile | undefined {
  const skip = (reason: string): undefined => {
    options.onSkip?.({ file: path, reason })
  }
  try {
    const bytes = reader.read(place)
    if (!bytes) return skip('too large')
    options.onRead?.(path)
    if (!isWorthParsing(bytes, path)) return undefined
    const decoded = decode(bytes)
    if ('reason' in decoded) return skip(decoded.reason)
    const generated = hasLongLine(decoded.text)
    if (generated) skip('generated: a line is very long')
    return { path, text: decoded.text, ...(generated ? { generated } : {}) }
  } catch (error) {
    return skip(reasonOf(error))
  }
}

async function list(
  place: string,
  folder: string,
  { onSkip }: WalkOptions,
): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(place, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    onSkip?.({ file: folder === '' ? '.' : folder, reason: reasonOf(error) })
    return []
  }
}

interface Folder {
  readonly path: string
  readonly rules: IgnoreRules
}

interface Listed {
  /** Names of the files to read, and of the folders to go into. */
  readonly files: readonly string[]
  readonly folders: readonly Folder[]
}

function pathIn({ path }: Folder, name: string): string {
  return path === '' ? name : `${path}/${name}`
}

/** What is in a folder. */
async function look(place: string, folder: Folder, options: WalkOptions): Promise<Listed> {
  const entries = await list(place, folder.path, options)
  const names = entries.map(({ name }) => name)
  const rules = await folder.rules.enter(place, folder.path, names)
  const files: string[] = []
  const folders: Folder[] = []
  for (const entry of entries) {
    const path = pathIn(folder, entry.name)
    if (entry.isSymbolicLink()) options.onSkip?.({ file: path, reason: 'symbolic link' })
    else if (entry.isDirectory()) {
      if (!rules.ignores(`${path}/`)) folders.push({ path, rules })
    } else if (entry.isFile() && isRelevantFile(path) && !rules.ignores(path)) {
      files.push(entry.name)
    }
  }
  return { files, folders }
}

/**
 * The files below a folder that can hold a finding. Follows no symbolic link, honours `.gitignore`
 * and `.sigshiftignore` at every level, and says what it passes over. Paths come from the root and
 * have `/`. Files are read at once, without waiting; between folders others have their turn.
 */
export async function* walk(root: string, options: WalkOptions = {}): AsyncGenerator<SourceFile> {
  const reading: Reading = {
    options,
    reader: new FileReader(options.maximumBytes ?? defaultMaximumBytes),
    isWorthParsing: parsingWorth(options.also),
  }
  const open: Folder[] = [{ path: '', rules: IgnoreRules.none }]
  for (let folder = open.pop(); folder; folder = open.pop()) {
    const place = join(root, folder.path)
    const { files, folders } = await look(place, folder, options)
    for (const name of files) {
      const file = readSource(`${place}/${name}`, pathIn(folder, name), reading)
      if (file) yield file
    }
    open.push(...[...folders].reverse())
  }
}
