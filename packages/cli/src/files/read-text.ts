import { lstat, readFile } from 'node:fs/promises'

const maximumBytes = 2_000_000
const longestLine = 100_000

/** A file's text, or why it has none that is worth reading. */
export type ReadText = { readonly text: string } | { readonly reason: string }

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

function decode(bytes: Uint8Array): ReadText {
  if (bytes.subarray(0, 8000).includes(0)) return { reason: 'binary' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const isGenerated = text.split('\n').some((line) => line.length > longestLine)
    return isGenerated ? { reason: 'generated: a line is very long' } : { text }
  } catch {
    return { reason: 'not UTF-8' }
  }
}

/** Reads one file by the rules that a walk follows. */
export async function readText(path: string): Promise<ReadText> {
  try {
    const { size } = await lstat(path)
    return size > maximumBytes ? { reason: 'too large' } : decode(await readFile(path))
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}
