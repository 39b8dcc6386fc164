import { parentPort, workerData } from 'node:worker_threads'
import { createFileSearch, type FileSearch, type Verdicts } from './file-search.ts'
import { type Claims, claim } from './search-claims.ts'

/** What a thread is started with. */
export interface SearchWork {
  readonly search: FileSearch
  readonly claims: Claims
}

export interface ListToSearch {
  readonly list: number
  readonly place: string
  readonly names: readonly string[]
}

export interface SearchedList {
  readonly list: number
  readonly verdicts: Verdicts
}

// The program of a thread: searches what no other has claimed.
const { search, claims } = workerData as SearchWork
const searchFiles = createFileSearch(search)
parentPort?.on('message', ({ list, place, names }: ListToSearch) => {
  if (!claim(claims, list)) return
  const searched: SearchedList = { list, verdicts: searchFiles(place, names) }
  parentPort?.postMessage(searched)
})
