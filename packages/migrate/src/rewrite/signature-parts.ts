import type { LegacySignature } from '../meanings/legacy-signature.ts'
import { plain } from '../terms/term.ts'
import type { SignatureParts } from './signature-template.ts'

/** Why code is left as it is. */
export interface Refusal {
  readonly reason: string
}

/** The four parts, if each can be read where the new code will stand. */
export function partsOf(signature: LegacySignature): SignatureParts | Refusal {
  const { key, meetingNumber, role } = signature
  // `secret.encode()` may stand in a helper, and what it is made from here.
  const secret = signature.secret.inlined ? plain(signature.secret) : signature.secret
  if (!key || key.inlined) return { reason: 'The key cannot be told from the code.' }
  if (secret.inlined) return { reason: 'The secret is made in another function.' }
  if (!meetingNumber || meetingNumber.inlined)
    return { reason: 'The meeting number cannot be told from the code.' }
  if (!role || role.inlined) return { reason: 'The role cannot be told from the code.' }
  return { key, secret, meetingNumber, role }
}
