import { describeDuration, firstMilliseconds } from './describe-time.ts'
import { type Finding, found, type LegacySubject, type Rule } from './rule.ts'
import { proven, provenRules } from './secret-rules.ts'

const sdkKeyLength = 36

function withSdkKey({ detection: { fields }, expected }: LegacySubject): Finding {
  const { key } = fields
  const isSdkKey = key.length === sdkKeyLength || (key === expected.sdkKey && key !== '')
  return isSdkKey
    ? found('key', `${key.length} characters`, 'an API key of a JWT app, 22')
    : undefined
}

function timestampInvalid({ detection: { fields, kind }, now }: LegacySubject): Finding {
  const { timestamp } = fields
  if (kind !== 'legacy') return undefined
  const wrong = (seen: string): Finding => found('timestamp', seen, 'epoch milliseconds, 13 digits')
  if (timestamp === '') return wrong('empty')
  if (timestamp.includes('.')) return wrong(`${timestamp}, with a fraction`)
  const time = Number(timestamp)
  if (!(time >= 0)) return wrong('no number')
  if (time < firstMilliseconds) return wrong(`${timestamp.length} digits, seconds`)
  const ahead = time / 1000 - now
  return ahead > 2
    ? found('timestamp', `${describeDuration(ahead)} ahead`, 'now or earlier')
    : undefined
}

function ofKind(
  kind: LegacySubject['detection']['kind'],
  seen: string,
): Rule<LegacySubject>['find'] {
  return ({ detection }) =>
    detection.kind === kind ? found('format', seen, 'a Meeting SDK JWT') : undefined
}

const plain = ['legacy-signature'] as const

/** Every rule for the old signature. The layout is the cause of all; a special form of it says so itself. */
export const legacyRules: readonly Rule<LegacySubject>[] = [
  {
    code: 'legacy-key-only',
    suppresses: 'rest',
    find: ofKind('legacy-key-only', 'base64 of a key'),
  },
  {
    code: 'legacy-hybrid',
    suppresses: plain,
    find: ofKind('legacy-hybrid', 'key.mn.iat.exp.role.mac'),
  },
  proven('legacy-signature-raw-message', plain),
  {
    code: 'legacy-signature-hex-mac',
    suppresses: plain,
    find: ({ macForm }) =>
      macForm === 'hex' || macForm === 'base64-of-hex'
        ? found('MAC', macForm, 'base64 of 32 bytes')
        : undefined,
  },
  { code: 'legacy-signature-with-sdk-key', suppresses: plain, find: withSdkKey },
  { code: 'legacy-signature', find: ofKind('legacy', 'key.mn.timestamp.role.mac') },
  { code: 'legacy-timestamp-invalid', find: timestampInvalid },
  proven('credentials-swapped'),
  ...provenRules,
]
