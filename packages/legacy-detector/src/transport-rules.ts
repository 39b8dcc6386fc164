import type { TokenIssueCode } from '@sigshift/spec'
import type { WrapperKind } from './detection.ts'
import type { JwtSubject, Rule } from './rule.ts'

function wrappedBy(code: TokenIssueCode, kinds: readonly WrapperKind[]): Rule<JwtSubject> {
  return {
    code,
    find: ({ detection: { wrappers } }) => {
      if (wrappers.length === 0) return undefined
      const found = wrappers.filter(({ kind }) => kinds.includes(kind))
      return found.length === 0
        ? undefined
        : found.map(({ kind, seen }) => ({ field: kind, seen, wanted: 'the token alone' }))
    },
  }
}

/** What happened to the token on its way. */
export const transportRules: readonly Rule<JwtSubject>[] = [
  wrappedBy('double-encoded', ['base64']),
  wrappedBy('key-prefix-before-jwt', ['key-prefix']),
  wrappedBy('plus-became-space', ['plus-as-space']),
  wrappedBy('url-encoded', ['url-encoding']),
  wrappedBy('wrapped-value', [
    'json',
    'quotes',
    'bytes-literal',
    'bearer',
    'assignment',
    'punctuation',
  ]),
  wrappedBy('base64-line-breaks', ['line-breaks']),
  wrappedBy('invisible-character', ['invisible-character', 'white-space']),
]
