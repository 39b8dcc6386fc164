import { printable } from '../terminal/printable.ts'
import type { World } from '../world.ts'

const quietMilliseconds = 400
const stepMilliseconds = 100
/** The clock is not asked for every file. */
const filesPerLook = 16

export interface Progress {
  readonly show: (count: number, file: string) => void
  readonly end: () => void
}

/** Says how far a scan is, once it has taken long enough to be noticed. */
export function createProgress({ clock, showProgress, stderr }: World): Progress {
  const start = clock().getTime()
  let next = start + quietMilliseconds
  return {
    show: (count, file) => {
      if (count % filesPerLook !== 0) return
      const now = clock().getTime()
      if (now < next) return
      next = now + stepMilliseconds
      showProgress(`Scanned ${count} files: ${printable(file)}`.slice(0, stderr.columns - 1))
    },
    end: () => showProgress(''),
  }
}
