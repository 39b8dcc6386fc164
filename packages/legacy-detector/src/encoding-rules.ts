import type { Evidence } from '@sigshift/spec'
import { describeValue } from '@sigshift/spec'
import type { JwtDetection } from './detection.ts'
import { macLength } from './mac-form.ts'
import { fitsDotnetUrlToken } from './read-jwt.ts'
import { type Finding, found, type JwtSubject, type Rule } from './rule.ts'

const partNames = ['header', 'payload', 'MAC'] as const

/** The parts in which a pattern is found. */
function partsWith({ parts }: JwtDetection, pattern: RegExp, wanted: string): Finding {
  const evidence: Evidence[] = []
  for (const [i, field] of partNames.entries()) {
    const seen = parts[i]?.match(pattern)?.[0]
    if (seen !== undefined) evidence.push({ field, seen, wanted })
  }
  return evidence.length > 0 ? evidence : undefined
}

/** Each part ends in its padding count: .NET's `HttpServerUtility.UrlTokenEncode`. */
export function isDotnetUrlToken({ parts }: JwtDetection): boolean {
  const [header, payload, mac] = parts
  return (
    mac !== undefined &&
    mac.length === macLength + 1 &&
    mac.endsWith('1') &&
    fitsDotnetUrlToken(payload as string) &&
    fitsDotnetUrlToken(header as string)
  )
}

function wrongAlgorithm({ detection, macForm }: JwtSubject): Finding {
  const { header, parts } = detection
  if (!header) return found('header', 'not JSON', '{"alg":"HS256","typ":"JWT"}')
  if (header.alg !== 'HS256') return found('alg', describeValue(header.alg), '"HS256"')
  if (parts.length > 3) return found('parts', String(parts.length), '3')
  if (macForm !== 'other' || isDotnetUrlToken(detection)) return undefined
  return found('MAC', `${parts[2]?.length} characters`, `${macLength} characters of base64url`)
}

/** How the three parts are written. */
export const encodingRules: readonly Rule<JwtSubject>[] = [
  {
    code: 'wrong-algorithm',
    suppresses: ['secret-mismatch'],
    find: wrongAlgorithm,
  },
  {
    code: 'dotnet-url-token',
    find: ({ detection }) =>
      isDotnetUrlToken(detection)
        ? partsWith(detection, /[012]$/, 'base64url without a padding count')
        : undefined,
  },
  {
    code: 'base64-standard-alphabet',
    find: ({ detection }) =>
      /[+/]/.test(detection.text) ? partsWith(detection, /[+/]/, '- or _') : undefined,
  },
  {
    code: 'base64-padding',
    find: ({ detection }) =>
      detection.text.includes('=') ? partsWith(detection, /={1,2}$/, 'no padding') : undefined,
  },
  {
    code: 'mac-hex',
    suppresses: ['secret-mismatch'],
    find: ({ macForm }) =>
      macForm === 'hex' ? found('MAC', '64 hex digits', '43 characters of base64url') : undefined,
  },
  {
    code: 'mac-base64-of-hex',
    suppresses: ['secret-mismatch'],
    find: ({ macForm }) =>
      macForm === 'base64-of-hex'
        ? found('MAC', 'base64 of 64 hex digits', 'base64url of 32 bytes')
        : undefined,
  },
]
