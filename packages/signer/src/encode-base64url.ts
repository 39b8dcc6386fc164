/** In UTF-16 units, each at most three bytes of UTF-8. */
const longestInScratch = 1024
const scratch = Buffer.alloc(3 * longestInScratch)

/**
 * Text as UTF-8 in base64url. Every call reuses one buffer: a fresh one each time costs a server that
 * is busy more, in garbage, than the encoding does.
 */
export function encodeBase64Url(text: string): string {
  return text.length > longestInScratch
    ? Buffer.from(text).toString('base64url')
    : scratch.toString('base64url', 0, scratch.write(text))
}
