import { createWordSearch, type Words } from '../word-search.ts'
import { FileReader } from './file-reader.ts'

export interface FileSearch {
  readonly words: Words
  /** Larger files are not searched. */
  readonly maximumBytes: number
}

/** For each file of a list: 0 where it was read and holds none of the words, else 1. */
export type Verdicts = Uint8Array

/** Reads files to tell which must be looked at closer, which are also those that can't be read. */
export function createFileSearch({ words, maximumBytes }: FileSearch) {
  const reader = new FileReader(maximumBytes)
  const holdsWord = createWordSearch(words)
  const mustBeSeen = (place: string): boolean => {
    try {
      const bytes = reader.read(place)
      return !bytes || holdsWord(bytes)
    } catch {
      return true
    }
  }
  return (place: string, names: readonly string[]): Verdicts =>
    Uint8Array.from(names, (name) => (mustBeSeen(`${place}/${name}`) ? 1 : 0))
}
