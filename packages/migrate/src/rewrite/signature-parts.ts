import type { LegacySignature } from '../meanings/legacy-signature.ts'
import { plain, type Term } from '../terms/term.ts'
import type { SignatureParts } from './signature-template.ts'

/** Why code is left as it is. */
export interface Refusal {
  readonly reason: string
}

/** Some take the base64 of the secret for the key of the HMAC; Zoom takes the secret. */
function plainSecret(secret: Term): Term {
  const inner = plain(secret)
  return inner.kind === 'base64' ? plainSecret(plain(inner.of)) : secret
}

/** The four parts, if each can be read where the new code will stand. */
export function partsOf(signature: LegacySignature): SignatureParts | Refusal {
  const { key, meetingNumber, role } = signature
  const given = plainSecret(signature.secret)
  // `secret.encode()` may stand in a helper, and what it is made from here.
  const secret = given.inlined ? plain(given) : given
  if (key && /account_?id$/i.test(key.node.text))
    return { reason: 'The key is an account ID: Zoom wants the client ID, or the SDK key.' }
  if (!key || key.inlined) return { reason: 'The key cannot be told from the code.' }
  if (secret.inlined) return { reason: 'The secret is made in another function.' }
  if (!meetingNumber || meetingNumber.inlined)
    return { reason: 'The meeting number cannot be told from the code.' }
  if (!role || role.inlined) return { reason: 'The role cannot be told from the code.' }
  return { key, secret, meetingNumber, role }
}
