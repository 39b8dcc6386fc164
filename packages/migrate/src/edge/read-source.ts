import type { SkippedFile } from '../finding.ts'
import type { SourceFile } from '../scan.ts'
import type { FileReader } from './file-reader.ts'

const longestLine = 100_000

/** Why a file or a folder is passed over that cannot be read. */
export function reasonOf(error: unknown): string {
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
export interface Reading {
  readonly reader: FileReader
  readonly isWorthParsing: (bytes: Uint8Array, path: string) => boolean
  readonly onSkip?: ((skipped: SkippedFile) => void) | undefined
  readonly onRead?: ((file: string) => void) | undefined
}

/** A file that is worth parsing; of others it is only told that they were read or passed over. */
export function readSource(
  place: string,
  path: string,
  { reader, isWorthParsing, onSkip, onRead }: Reading,
): SourceFile | undefined {
  const skip = (reason: string): undefined => {
    onSkip?.({ file: path, reason })
  }
  try {
    const bytes = reader.read(place)
    if (!bytes) return skip('too large')
    onRead?.(path)
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
