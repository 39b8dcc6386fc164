import { createHash } from 'node:crypto'
import { type FSWatcher, readFileSync, watch } from 'node:fs'
import { dirname } from 'node:path'

export interface FileWatch {
  /** The files to watch from now on. */
  readonly follow: (files: readonly string[]) => void
  readonly close: () => void
}

/** Writers touch a file several times; this long after the last time it is read. */
const settleMs = 200

function digestOf(files: readonly string[]): string {
  const digest = createHash('sha256')
  for (const file of files) {
    try {
      digest.update(readFileSync(file))
    } catch {
      digest.update('unreadable')
    }
    digest.update('\0')
  }
  return digest.digest('base64')
}

/**
 * Calls back when the content of a file changed. It watches folders: editors and Kubernetes do not
 * write into a file but put another in its place.
 */
export function watchFiles(onChange: () => void, onFailure: (folder: string) => void): FileWatch {
  let files: readonly string[] = []
  let digest = ''
  let timer: NodeJS.Timeout | undefined
  const watchers = new Map<string, FSWatcher>()

  const look = (): void => {
    const present = digestOf(files)
    if (present === digest) return
    digest = present
    onChange()
  }
  const touch = (): void => {
    clearTimeout(timer)
    timer = setTimeout(look, settleMs)
    timer.unref()
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
    follow: (present) => {
      files = [...new Set(present)]
      digest = digestOf(files)
      const folders = new Set(files.map((file) => dirname(file)))
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
      clearTimeout(timer)
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}
