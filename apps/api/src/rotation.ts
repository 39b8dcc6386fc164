import type { FastifyBaseLogger } from 'fastify'
import type { Access, AccessSource } from './access.ts'
import type { Loaded, LoadResult } from './load-access.ts'
import { watchFiles } from './watch-files.ts'

export interface Rotation {
  readonly access: AccessSource
  /** Reads everything again; where that is broken, the old set stays and the log says why. */
  readonly reload: () => void
  /** Begins to watch the files. */
  readonly start: (log: FastifyBaseLogger) => void
  readonly close: () => void
}

/** Holds the access of the present moment, and replaces it as a whole. */
export function createRotation(
  first: Loaded,
  load: () => LoadResult,
  onReload: (ok: boolean) => void,
): Rotation {
  let present: Access = first.access
  let files = first.files
  let log: FastifyBaseLogger | undefined

  const refuse = (faults: readonly string[]): void => {
    log?.error({ faults }, 'the configuration is broken; the old one stays')
    onReload(false)
  }
  const take = (loaded: Loaded): void => {
    present = loaded.access
    files = loaded.files
    watch.follow(files)
    log?.info({ apps: [...present.apps.keys()] }, 'the configuration was read again')
    onReload(true)
  }
  const reload = (): void => {
    const loaded = load()
    if (!loaded.ok) refuse(loaded.faults)
    else if ((loaded.access.open === undefined) === (present.open === undefined)) take(loaded)
    else refuse(['whether callers need a key does not change without a restart.'])
  }
  const watch = watchFiles(reload, (folder) =>
    log?.warn({ folder }, 'cannot be watched; send SIGHUP after a change'),
  )
  return {
    access: () => present,
    reload,
    start: (to) => {
      log = to
      if (files.length > 0) watch.follow(files)
    },
    close: () => watch.close(),
  }
}
