import { closeSync, constants, openSync, readSync } from 'node:fs'

const firstBytes = 0x4_00_00

/** Windows knows neither; there a pipe or a link is no file of a folder. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
/** What was a file when it was listed may be a link or a pipe by now; a pipe would be waited for. */
const asListed = O_RDONLY | O_NOFOLLOW | O_NONBLOCK

/**
 * Reads one file after the other into the same memory, without a promise, which costs more than the
 * file itself where there are thousands of small ones.
 */
export class FileReader {
  readonly #maximumBytes: number
  #buffer = Buffer.allocUnsafeSlow(firstBytes)

  constructor(maximumBytes: number) {
    this.#maximumBytes = maximumBytes
  }

  /** The bytes of a file until the next one is read; nothing if there are too many. */
  read(place: string): Buffer | undefined {
    const file = openSync(place, asListed)
    try {
      let length = 0
      for (;;) {
        const more = readSync(file, this.#buffer, length, this.#buffer.length - length, null)
        length += more
        if (length > this.#maximumBytes) return undefined
        if (more === 0) return this.#buffer.subarray(0, length)
        if (length === this.#buffer.length) this.#grow()
      }
    } finally {
      closeSync(file)
    }
  }

  #grow(): void {
    const larger = Buffer.allocUnsafeSlow(this.#buffer.length * 2)
    this.#buffer.copy(larger)
    this.#buffer = larger
  }
}
