import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readText } from '../files/read-text.ts'

const settingsFile = /^\.env(?:\.|$)|\.env$/

/** The folders from that of a file up to the root, which is `.`. */
function foldersAbove(file: string): readonly string[] {
  const folders: string[] = []
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    folders.push(folder)
    if (folder === '.') return folders
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((): string[] => [])
}

/**
 * Settings beside renamed code that git ignores, as `.env` mostly is, and that hold an old name: they
 * are left as they are, since git could not bring them back, and the program would miss its variable.
 */
export async function unseenSettings(
  root: string,
  renamedIn: readonly string[],
  read: ReadonlySet<string>,
  names: readonly string[],
): Promise<readonly string[]> {
  const folders = new Set(renamedIn.flatMap(foldersAbove))
  const warnings: string[] = []
  for (const folder of [...folders].sort()) {
    for (const name of (await namesIn(join(root, folder))).filter((each) =>
      settingsFile.test(each),
    )) {
      const file = folder === '.' ? name : `${folder}/${name}`
      if (read.has(file)) continue
      const found = await readText(join(root, file))
      const held = 'text' in found ? names.filter((each) => holdsName(found.text, each)) : []
      if (held.length > 0) {
        warnings.push(
          `${file} is left out of the scan and sets ${held.join(', ')}: rename that there by hand.`,
        )
      }
    }
  }
  return warnings
}

function holdsName(text: string, name: string): boolean {
  return new RegExp(`(?<!\\w)${name}(?!\\w)`).test(text)
}
