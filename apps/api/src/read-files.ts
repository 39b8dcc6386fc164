import { hash } from 'node:crypto'

/** Gives the text of a file, or throws. */
export type ReadText = (path: string) => string

/** Files, and a digest of what each held when it was read. */
export type FilesRead = ReadonlyMap<string, string>

const unreadable = 'unreadable'

const digestOfText = (text: string): string => hash('sha256', text, 'base64')

/** What tells whether a file holds something else than before. */
export function digestOf(path: string, readText: ReadText): string {
  try {
    return digestOfText(readText(path))
  } catch {
    return unreadable
  }
}

/** Reads files, and keeps which ones, also those that could not be read. */
export function recordReads(readText: ReadText): {
  readonly readText: ReadText
  readonly files: FilesRead
} {
  const files = new Map<string, string>()
  const readAndKeep = (path: string): string => {
    files.set(path, unreadable)
    const text = readText(path)
    files.set(path, digestOfText(text))
    return text
  }
  return { readText: readAndKeep, files }
}
