const longest = 100

/**
 * What samples, templates and unset variables leave where a key or secret should be. Real ones are
 * random letters, digits, `_` and `-`, so a few letters prove nothing: one of those may begin with
 * `My-` or end in `here`.
 */
const placeholders: readonly RegExp[] = [
  /^(?:your|my|insert|enter|replace|add|put|paste)[-_ ](?:.*[-_ ])?(?:key|secret|id|sdk|client|app|api|zoom|jwt|token|signature|credentials?|value|yours?|me|it|here)(?:[-_ ].*)?$/i,
  /(?:key|secret|id|sdk|client|app|api|zoom|jwt|token|signature|credentials?|value)[-_ ]?here$/i,
  /^(?:<.*>|\{\{.*\}\}|\$\{.*\}|%.*%|x{3,}|\*{3,}|\.{3,}|_{3,})$/i,
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
  return text.length <= longest && placeholders.some((pattern) => pattern.test(text))
}
