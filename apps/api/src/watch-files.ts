import { type FSWatcher, watch } from 'node:fs'
import { dirname } from 'node:path'
import { digestOf, type FilesRead, type ReadText } from './read-files.ts'

export interface FileWatch {
  /** The files to watch from now on, and what was in them when they were last read. */
  readonly follow: (files: FilesRead) => void
  readonly close: () => void
}

export interface FileWatchOptions {
  readonly readText: ReadText
  /** Called when a file holds something else than was read. */
  readonly onChange: () => void
  /** Called where a folder does not tell of changes. */
  readonly onFailure: (folder: string) => void
  /** How often it is looked into the files besides. */
  readonly everyMs?: number
}

/** Writers touch a file several times; this long after the last time it is read. */
const settleMs = 200

/**
 * Calls back when the content of a file changed. It watches folders: editors and Kubernetes do not
 * write into a file but put another in its place. Network file systems tell nothing of changes, nor does
 * the folder of a link to another one; so it looks for itself, too.
 */
export function watchFiles(options: FileWatchOptions): FileWatch {
  const { readText, onChange, onFailure, everyMs = 30_000 } = options
  let files: FilesRead = new Map()
  let settling: NodeJS.Timeout | undefined
  let looking: NodeJS.Timeout | undefined
  const watchers = new Map<string, FSWatcher>()

  const look = (): void => {
    const isChanged = [...files].some(([path, digest]) => digestOf(path, readText) !== digest)
    if (isChanged) onChange()
  }
  const touch = (): void => {
    clearTimeout(settling)
    settling = setTimeout(look, settleMs)
    settling.unref()
  }
  const watchFolder = (folder: string): void => {
    try {
      watchers.set(
        folder,
        watch(folder, { persistent: false }, touch).on('error', () => onFailure(folder)),
      )
    } catch {
      onFailure(folder)
    }
  }
  return {
    follow: (read) => {
      files = read
      looking ??= setInterval(look, everyMs).unref()
      const folders = new Set([...files.keys()].map((file) => dirname(file)))
      for (const [folder, watcher] of watchers) {
        if (folders.has(folder)) continue
        watcher.close()
        watchers.delete(folder)
      }
      for (const folder of folders) {
        if (!watchers.has(folder)) watchFolder(folder)
      }
    },
    close: () => {
      clearTimeout(settling)
      clearInterval(looking)
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}
