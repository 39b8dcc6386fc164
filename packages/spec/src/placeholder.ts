/** What samples, templates and unset variables leave where a key or secret should be. */
const placeholders: readonly RegExp[] = [
  /^(?:your|my|insert|enter|replace|add|put|paste)[-_ ]/i,
  /[-_ ]?here$/i,
  /^<.*>$/,
  /^\{\{.*\}\}$/,
  /^\$\{.*\}$/,
  /^%.*%$/,
  /^(?:x{3,}|\*{3,}|\.{3,}|_{3,})$/i,
  /^(?:undefined|null|none|nan|todo|changeme|placeholder|example|abc123)$/i,
  /^(?:zoom_?)?(?:(?:meeting|video)_?)?(?:sdk|api|app|client|jwt)_?(?:api_?)?(?:key|secret|id)$/i,
]

/**
 * Whether a key or secret is a stand-in that was never replaced.
 *
 * @example
 * ```ts
 * import { isPlaceholder } from '@sigshift/spec'
 *
 * isPlaceholder('SDK_KEY_HERE') // => true
 * isPlaceholder('xu3JPaA_RJW2-9l5_HAaLA') // => false
 * ```
 */
export function isPlaceholder(text: string): boolean {
  return placeholders.some((pattern) => pattern.test(text))
}
