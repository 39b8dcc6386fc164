import { describeDuration, firstMilliseconds } from './describe-time.ts'
import type { Finding, LegacySubject, Rule } from './rule.ts'
import { proven } from './secret-rules.ts'

const sdkKeyLength = 36

function withSdkKey({ detection: { fields }, expected }: LegacySubject): Finding {
  const { key } = fields
  const isSdkKey = key.length === sdkKeyLength || (key === expected.sdkKey && key !== '')
  return isSdkKey
    ? [{ field: 'key', seen: `${key.length} characters`, wanted: 'an API key of a JWT app, 22' }]
    : undefined
}

function timestampInvalid({ detection: { fields, kind }, now }: LegacySubject): Finding {
  const { timestamp } = fields
  if (kind !== 'legacy') return undefined
  const wanted = 'epoch milliseconds, 13 digits'
  if (!/^\d{1,20}$/.test(timestamp)) {
    return [{ field: 'timestamp', seen: timestamp === '' ? 'empty' : 'no number', wanted }]
  }
  const time = Number(timestamp)
  if (time < firstMilliseconds) {
    return [{ field: 'timestamp', seen: `${timestamp.length} digits, seconds`, wanted }]
  }
  const ahead = time / 1000 - now
  return ahead > 2
    ? [{ field: 'timestamp', seen: `${describeDuration(ahead)} ahead`, wanted: 'now or earlier' }]
    : undefined
}

function ofKind(
  kind: LegacySubject['detection']['kind'],
  seen: string,
): Rule<LegacySubject>['find'] {
  return ({ detection }) =>
    detection.kind === kind ? [{ field: 'format', seen, wanted: 'a Meeting SDK JWT' }] : undefined
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
        ? [{ field: 'MAC', seen: macForm, wanted: 'base64 of 32 bytes' }]
        : undefined,
  },
  { code: 'legacy-signature-with-sdk-key', suppresses: plain, find: withSdkKey },
  { code: 'legacy-signature', find: ofKind('legacy', 'key.mn.timestamp.role.mac') },
  { code: 'legacy-timestamp-invalid', find: timestampInvalid },
  proven('secret-empty'),
  proven('secret-is-key'),
  proven('secret-whitespace'),
  proven('secret-quoted'),
  proven('secret-base64-decoded'),
  proven('secret-hex-decoded'),
  proven('secret-low-byte'),
  proven('placeholder-secret'),
  proven('credentials-swapped'),
  proven('signed-wrong-message'),
  proven('secret-mismatch'),
]
