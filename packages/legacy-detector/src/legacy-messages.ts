import { withoutPadding } from './decode-base64.ts'
import type { LegacyDetection } from './detection.ts'
import { encodeBase64, toBase64url } from './encode-base64.ts'
import { type MessageVariant, variantsOf } from './message-variant.ts'

/** The concatenation that the old signature is made over, before its base64. */
function fieldsOf({ fields, kind }: LegacyDetection): readonly string[] {
  const { key, meetingNumber, timestamp, role } = fields
  const times = kind === 'legacy-hybrid' ? timestamp.split('.') : [timestamp]
  return [key, meetingNumber, ...times, role]
}

/** The message of a sound old signature. */
export function legacyMessage(detection: LegacyDetection): string {
  return encodeBase64(fieldsOf(detection).join(''))
}

/** Every message tried for an old signature whose MAC does not fit, likeliest first. */
export function legacyMessages(detection: LegacyDetection): readonly MessageVariant[] {
  const fields = fieldsOf(detection)
  const plain = fields.join('')
  const base64 = encodeBase64(plain)
  return [
    ...variantsOf('legacy-signature-raw-message', [
      ['the raw message, not its base64', () => plain],
    ]),
    ...variantsOf('signed-wrong-message', [
      ['base64 without =', () => withoutPadding(base64)],
      ['base64url', () => toBase64url(base64)],
      ['base64 with line breaks', () => base64.replace(/.{1,60}/g, '$&\n')],
      ['the fields with dots between', () => fields.join('.')],
      ['base64 of the fields with dots between', () => encodeBase64(fields.join('.'))],
    ]),
  ]
}
