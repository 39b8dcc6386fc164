import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { createFileSearch, type FileSearch, type Verdicts } from './file-search.ts'
import type { FileList } from './list-files.ts'
import { claim, createClaims, openClaim } from './search-claims.ts'
import type { ListToSearch, SearchedList, SearchWork } from './search-worker.ts'

/** A thread takes some ten milliseconds to start, in which this many files are searched. */
const filesBeforeThreads = 400
const mostThreads = 3

/** From source, threads run the source. */
const program = new URL(
  import.meta.url.endsWith('.ts') ? './search-worker.ts' : './edge/search-worker.js',
  import.meta.url,
)

/** A list of files on its way through the search. */
export interface Searching extends FileList {
  readonly list: number
  verdicts?: Verdicts
}

/**
 * Searches lists of files here and, where there are many, in threads beside. Each list is searched
 * by whoever is free first, so that nobody waits while there is something to do; where threads can't
 * be had or fail, all is searched here.
 */
export class SharedSearch {
  readonly #search: FileSearch
  readonly #searchHere: ReturnType<typeof createFileSearch>
  readonly #claims: ReturnType<typeof createClaims>
  readonly #open = new Map<number, Searching>()
  #threads: readonly Worker[] = []
  #mayStart = true
  #lists = 0
  #files = 0
  #wake = (): void => {}

  /** @param most How many lists are open at most at one time. */
  constructor(search: FileSearch, most: number) {
    this.#search = search
    this.#searchHere = createFileSearch(search)
    this.#claims = createClaims(most)
  }

  /** Takes a list in, for whoever is free first. */
  add(files: FileList): Searching {
    this.#lists += 1
    this.#files += files.names.length
    const searching: Searching = { ...files, list: this.#lists }
    this.#open.set(searching.list, searching)
    openClaim(this.#claims, searching.list)
    if (this.#mayStart && this.#files > filesBeforeThreads) this.#start()
    else for (const thread of this.#threads) thread.postMessage(toSearch(searching))
    return searching
  }

  /** Searches one list here, or waits for what is searched elsewhere. */
  async goOn(): Promise<void> {
    for (const searching of this.#open.values()) {
      if (!claim(this.#claims, searching.list) && this.#threads.length > 0) continue
      this.#finish(searching.list, this.#searchHere(searching.place, searching.names))
      return
    }
    await new Promise<void>((resolve) => {
      this.#wake = resolve
    })
  }

  close(): void {
    this.#mayStart = false
    for (const thread of this.#threads) void thread.terminate()
    this.#threads = []
    this.#wake()
  }

  #finish(list: number, verdicts: Verdicts): void {
    const searching = this.#open.get(list)
    if (searching) searching.verdicts = verdicts
    this.#open.delete(list)
  }

  #start(): void {
    this.#mayStart = false
    const count = Math.min(availableParallelism() - 1, mostThreads)
    const workerData: SearchWork = { search: this.#search, claims: this.#claims }
    try {
      this.#threads = Array.from({ length: count }, () => {
        const thread = new Worker(program, { workerData, execArgv: [] })
        thread.on('message', ({ list, verdicts }: SearchedList) => {
          this.#finish(list, verdicts)
          this.#wake()
        })
        thread.on('error', () => this.close())
        thread.on('exit', () => this.close())
        for (const searching of this.#open.values()) thread.postMessage(toSearch(searching))
        return thread
      })
    } catch {
      this.close()
    }
  }
}

function toSearch({ list, place, names }: Searching): ListToSearch {
  return { list, place, names }
}
