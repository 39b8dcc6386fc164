import type { Readable } from 'node:stream'

/**
 * Reads and drops what a client still sends, up to so many bytes. Closed under a client that is
 * sending, a connection is reset, and the answer is lost with it.
 */
export function drain(body: Readable, mostBytes: number): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0
    const done = (): void => {
      body.off('data', count)
      resolve()
    }
    const count = (chunk: Buffer): void => {
      bytes += chunk.length
      if (bytes > mostBytes) done()
    }
    if (body.readableEnded || body.destroyed) return resolve()
    body.once('end', done).once('close', done).once('error', done).on('data', count)
    body.resume()
  })
}
