import { describeValue, type Evidence } from '@sigshift/spec'
import type { JwtDetection } from './detection.ts'
import { macLength } from './mac-form.ts'
import { fitsDotnetUrlToken } from './read-jwt.ts'
import { type Finding, found, type JwtSubject, type Rule } from './rule.ts'

const partNames = ['header', 'payload', 'MAC'] as const

type Look = (part: string, field: (typeof partNames)[number]) => string | undefined

/** What a look at each part finds. */
function inParts({ parts }: JwtDetection, look: Look, wanted: string): Finding {
  const evidence: Evidence[] = []
  for (const [i, field] of partNames.entries()) {
    const part = parts[i]
    const seen = part && look(part, field)
    if (seen) evidence.push({ field, seen, wanted })
  }
  return evidence.length > 0 ? evidence : undefined
}

function partsWith(pattern: RegExp, wanted: string): Rule<JwtSubject>['find'] {
  return ({ detection }) => inParts(detection, (part) => part.match(pattern)?.[0], wanted)
}

/** A MAC of 32 bytes by .NET's `HttpServerUtility.UrlTokenEncode`, which ends in the padding count. */
export function isDotnetMac(mac: string): boolean {
  return mac.length === macLength + 1 && mac.endsWith('1')
}

/** JSON ends in `}` or white space, so that its base64url never ends in a padding count by chance. */
function dotnetUrlToken({ detection }: JwtSubject): Finding {
  if (!detection.header || !detection.claims) return undefined
  const paddingCount: Look = (part, field) =>
    (field === 'MAC' ? isDotnetMac(part) : fitsDotnetUrlToken(part)) ? part.at(-1) : undefined
  return inParts(detection, paddingCount, 'base64url without a padding count')
}

function wrongAlgorithm({ detection, macForm }: JwtSubject): Finding {
  const { header, parts } = detection
  if (!header) return found('header', 'not JSON', '{"alg":"HS256","typ":"JWT"}')
  if (header.alg !== 'HS256') return found('alg', describeValue(header.alg), '"HS256"')
  if (parts.length > 3) return found('parts', String(parts.length), '3')
  const mac = parts[2] as string
  if (macForm !== 'other' || isDotnetMac(mac)) return undefined
  return found('MAC', `${mac.length} characters`, `${macLength} characters of base64url`)
}

/** How the three parts are written. */
export const encodingRules: readonly Rule<JwtSubject>[] = [
  {
    code: 'wrong-algorithm',
    suppresses: ['secret-mismatch'],
    find: wrongAlgorithm,
  },
  { code: 'dotnet-url-token', find: dotnetUrlToken },
  { code: 'base64-standard-alphabet', find: partsWith(/[+/]/, '- or _') },
  { code: 'base64-padding', find: partsWith(/={1,2}$/, 'no padding') },
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
