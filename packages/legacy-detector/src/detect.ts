import { describeValue } from '@sigshift/spec'
import { describeUnknown } from './describe-unknown.ts'
import type { Detection, Wrapper } from './detection.ts'
import { peel } from './peel.ts'
import { readJwt } from './read-jwt.ts'
import { readLegacy } from './read-legacy.ts'

/** Layers are rarely more than three; the bound keeps the work linear. */
const mostLayers = 8
// Letters of both base64 alphabets, padding and dots: what a token is written in.
const tokenText = /^[\w+/=.-]+$/

function read(
  text: string,
  signedText: string,
  wrappers: readonly Wrapper[],
  isBare: boolean,
): Detection | undefined {
  const jwt = readJwt(text, signedText, isBare)
  if (jwt) return { ...jwt, wrappers }
  const legacy = readLegacy(text)
  return legacy && { ...legacy, text, wrappers }
}

/**
 * Says what a string is: an old signature, a JWT and of which kind, or neither. Every layer around it
 * (quotes, JSON, `Bearer `, URL-encoding, base64 once more, line breaks …) is taken off and recorded.
 * Total: any string gives a detection, none throws.
 *
 * @example
 * ```ts
 * import { detect } from '@sigshift/legacy-detector'
 *
 * detect('"RkFLRV9hcGlfa2V5XzIyX2NoYXJzMA=="').kind // => 'legacy-key-only'
 * ```
 */
export function detect(text: string): Detection {
  if (typeof text !== 'string') {
    const seen = describeValue(text)
    return { format: 'unknown', kind: 'unknown', wrappers: [], text: '', seen }
  }
  const wrappers: Wrapper[] = []
  let current = text
  let signedText = text
  for (let layer = 0; ; layer++) {
    const found = tokenText.test(current) ? read(current, signedText, wrappers, false) : undefined
    if (found) return found
    const peeled = layer < mostLayers ? peel(current) : undefined
    if (!peeled) break
    wrappers.push(peeled.wrapper)
    signedText = peeled.wrapper.kind === 'line-breaks' ? current : peeled.text
    current = peeled.text
  }
  return (
    read(current, signedText, wrappers, true) ?? {
      format: 'unknown',
      kind: 'unknown',
      wrappers,
      text: current,
      seen: describeUnknown(text, current),
    }
  )
}
