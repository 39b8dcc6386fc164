const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function createTable(): Int8Array {
  const table = new Int8Array(128).fill(-1)
  for (let i = 0; i < 64; i++) table[alphabet.charCodeAt(i)] = i
  table[45] = 62
  table[95] = 63
  return table
}

const table = createTable()
// `ignoreBOM` keeps a byte order mark in the text, where it is seen.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function sextet(code: number): number {
  return code < 128 ? (table[code] as number) : -1
}

/**
 * The bytes behind base64 text in either alphabet, padded or not; `undefined` where it is no base64.
 * js-base64 drops what it cannot read, and here that must be seen.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 61 && text.length - end < 2) end--
  const left = end % 4
  if (left === 1) return undefined
  const bytes = new Uint8Array((end * 3) >>> 2)
  // One negative value makes this negative, so that it is asked for once, at the end.
  let invalid = 0
  let filled = 0
  let i = 0
  for (; i < end - left; i += 4) {
    const a = sextet(text.charCodeAt(i))
    const b = sextet(text.charCodeAt(i + 1))
    const c = sextet(text.charCodeAt(i + 2))
    const d = sextet(text.charCodeAt(i + 3))
    const bits = (a << 18) | (b << 12) | (c << 6) | d
    invalid |= bits
    bytes[filled++] = bits >> 16
    bytes[filled++] = bits >> 8
    bytes[filled++] = bits
  }
  if (left > 0) {
    const c = left === 3 ? sextet(text.charCodeAt(i + 2)) : 0
    const bits = (sextet(text.charCodeAt(i)) << 12) | (sextet(text.charCodeAt(i + 1)) << 6) | c
    invalid |= bits
    bytes[filled++] = bits >> 10
    if (left === 3) bytes[filled++] = bits >> 2
  }
  return invalid < 0 ? undefined : bytes
}

/** The UTF-8 text behind base64 text; `undefined` where it is no base64 or no UTF-8. */
export function decodeBase64Text(text: string): string | undefined {
  const bytes = decodeBase64(text)
  if (!bytes) return undefined
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}
