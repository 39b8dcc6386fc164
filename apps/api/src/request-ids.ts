import { randomUUID } from 'node:crypto'

const endings = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * Makes the ids of requests: UUIDs of version 8 (RFC 9562), random for the process and counted
 * within it. They name log lines and open nothing, so that they need not be hard to guess. All but
 * the last two digits are written once for 256 of them.
 */
export function createRequestIds(): () => string {
  const random = randomUUID()
  const start = `${random.slice(0, 14)}8${random.slice(15, 24)}`
  let block = 0
  let byte = endings.length
  let beginning = ''
  return () => {
    if (byte === endings.length) {
      beginning = start + block.toString(16).padStart(10, '0')
      block += 1
      byte = 0
    }
    const id = beginning + endings[byte]
    byte += 1
    return id
  }
}
