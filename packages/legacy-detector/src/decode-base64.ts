// `ignoreBOM` keeps a byte order mark in the text, where it is seen.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text without up to two `=` at its end. */
export function withoutPadding(text: string): string {
  if (!text.endsWith('=')) return text
  return text.slice(0, text.endsWith('==') ? -2 : -1)
}

/** The bytes behind base64 text, each as one character; `undefined` where it is no base64. */
function decodeToCharacters(text: string): string | undefined {
  const bare = withoutPadding(text)
  // `atob` drops white space and knows one alphabet; here all that must be seen.
  return bare.length % 4 !== 1 && /^[\w+/-]*$/.test(bare)
    ? atob(bare.replaceAll('-', '+').replaceAll('_', '/'))
    : undefined
}

function toBytes(characters: string): Uint8Array {
  const bytes = new Uint8Array(characters.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i)
  return bytes
}

/** The bytes behind base64 text in either alphabet, padded or not; `undefined` where it is no base64. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const characters = decodeToCharacters(text)
  return characters === undefined ? undefined : toBytes(characters)
}

/** The UTF-8 text behind base64 text; `undefined` where it is no base64 or no UTF-8. */
export function decodeBase64Text(text: string): string | undefined {
  const characters = decodeToCharacters(text)
  if (characters === undefined || !/\P{ASCII}/u.test(characters)) return characters
  const bytes = toBytes(characters)
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}
