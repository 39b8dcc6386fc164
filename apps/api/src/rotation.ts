import type { FastifyBaseLogger } from 'fastify'
import type { Access, AccessSource } from './access.ts'
import type { Loaded, LoadResult } from './load-access.ts'
import type { ReadText } from './read-files.ts'
import { watchFiles } from './watch-files.ts'

export interface Rotation {
  readonly access: AccessSource
  /** Reads everything again; where that is broken, the old set stays and the log says why. */
  readonly reload: () => void
  /** Begins to watch the files. */
  readonly start: (log: FastifyBaseLogger) => void
  readonly close: () => void
}

export interface RotationOptions {
  readonly load: () => LoadResult
  readonly onReload: (ok: boolean) => void
  readonly readText: ReadText
}

/** Holds the access of the present moment, and replaces it as a whole. */
export function createRotation(first: Loaded, options: RotationOptions): Rotation {
  const { load, onReload, readText } = options
  let present: Access = first.access
  let log: FastifyBaseLogger | undefined

  const refuse = (faults: readonly string[]): void => {
    log?.error({ faults }, 'the configuration is broken; the old one stays')
    onReload(false)
  }
  const take = ({ access }: Loaded): void => {
    present = access
    log?.info({ apps: [...present.apps.keys()] }, 'the configuration was read again')
    onReload(true)
  }
  const reload = (): void => {
    const loaded = load()
    // Also where it is refused: what it waits for may be a file that is not there yet.
    if (loaded.files.size > 0) watch.follow(loaded.files)
    if (!loaded.ok) refuse(loaded.faults)
    else if ((loaded.access.open === undefined) === (present.open === undefined)) take(loaded)
    else refuse(['whether callers need a key does not change without a restart.'])
  }
  const onFailure = (folder: string): void =>
    log?.warn({ folder }, 'does not tell of changes; its files are read every 30 seconds')
  const watch = watchFiles({ readText, onChange: reload, onFailure })
  return {
    access: () => present,
    reload,
    start: (to) => {
      log = to
      if (first.files.size > 0) watch.follow(first.files)
    },
    close: () => watch.close(),
  }
}
