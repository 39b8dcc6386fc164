import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SkippedFile } from '../finding.ts'
import { isRelevantFile } from '../syntax/relevant-file.ts'
import { IgnoreRules } from './ignore-rules.ts'
import { reasonOf } from './read-source.ts'

/** Files of one folder. */
export interface FileList {
  /** The folder, to open it, and its path from the root. */
  readonly place: string
  readonly folder: string
  readonly names: readonly string[]
}

type OnSkip = ((skipped: SkippedFile) => void) | undefined

/** Few enough that several searchers share a folder with very many files. */
const mostNames = 64

function list(place: string, folder: string, onSkip: OnSkip): readonly Dirent[] {
  try {
    const entries = readdirSync(place, { withFileTypes: true })
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
  /** Names of the files to read, and the folders to go into. */
  readonly files: readonly string[]
  readonly folders: readonly Folder[]
}

/** The path from the root of what a folder holds. */
export function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

/** What is in a folder. */
function look(place: string, folder: Folder, onSkip: OnSkip): Listed {
  const entries = list(place, folder.path, onSkip)
  const names = entries.map(({ name }) => name)
  const rules = folder.rules.enter(place, folder.path, names)
  const files: string[] = []
  const folders: Folder[] = []
  for (const entry of entries) {
    const path = pathIn(folder.path, entry.name)
    if (entry.isSymbolicLink()) onSkip?.({ file: path, reason: 'symbolic link' })
    else if (entry.isDirectory()) {
      if (!rules.ignores(`${path}/`)) folders.push({ path, rules })
    } else if (entry.isFile() && isRelevantFile(path) && !rules.ignores(path)) {
      files.push(entry.name)
    }
  }
  return { files, folders }
}

/** The files below a folder that can matter by their names, folder by folder. */
export function* listFiles(root: string, onSkip: OnSkip): Generator<FileList> {
  const open: Folder[] = [{ path: '', rules: IgnoreRules.none }]
  for (let folder = open.pop(); folder; folder = open.pop()) {
    const place = join(root, folder.path)
    const { files, folders } = look(place, folder, onSkip)
    for (let start = 0; start < files.length; start += mostNames)
      yield { place, folder: folder.path, names: files.slice(start, start + mostNames) }
    open.push(...[...folders].reverse())
  }
}
