import { Base64 } from 'js-base64'
import type { LegacyDetection } from './detection.ts'
import type { MessageVariant } from './jwt-messages.ts'

/** The concatenation that the old signature is made over, before its base64. */
function fieldsOf({ fields, kind }: LegacyDetection): readonly string[] {
  const { key, meetingNumber, timestamp, role } = fields
  const times = kind === 'legacy-hybrid' ? timestamp.split('.') : [timestamp]
  return [key, meetingNumber, ...times, role]
}

/** The message of a sound old signature. */
export function legacyMessage(detection: LegacyDetection): string {
  return Base64.encode(fieldsOf(detection).join(''))
}

/** Every message tried for an old signature whose MAC does not fit, likeliest first. */
export function legacyMessages(detection: LegacyDetection): readonly MessageVariant[] {
  const fields = fieldsOf(detection)
  const plain = fields.join('')
  const wrong = (seen: string, make: () => string): MessageVariant => ({
    code: 'signed-wrong-message',
    seen,
    make,
  })
  return [
    {
      code: 'legacy-signature-raw-message',
      seen: 'the raw message, not its base64',
      make: () => plain,
    },
    wrong('base64 without =', () => Base64.encode(plain).replace(/={1,2}$/, '')),
    wrong('base64url', () => Base64.encodeURI(plain)),
    wrong('base64 with line breaks', () => Base64.encode(plain).replace(/.{1,60}/g, '$&\n')),
    wrong('the fields with dots between', () => fields.join('.')),
    wrong('base64 of the fields with dots between', () => Base64.encode(fields.join('.'))),
  ]
}
