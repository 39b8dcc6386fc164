import { type Evidence, isPlaceholder, type TokenIssueCode } from '@sigshift/spec'
import { hmacSha256 } from '#hmac-sha256'
import type { Detection, JwtDetection, LegacyDetection } from './detection.ts'
import type { Expected, MacVerdict } from './diagnosis.ts'
import { isDotnetMac } from './encoding-rules.ts'
import { equalBytes } from './equal-bytes.ts'
import { readMember } from './json-object.ts'
import { jwtMessages } from './jwt-messages.ts'
import { legacyMessage, legacyMessages } from './legacy-messages.ts'
import { macBytes } from './mac-form.ts'
import type { MessageVariant } from './message-variant.ts'
import { found } from './rule.ts'
import { isQuoted, missingNames, secretVariants } from './secret-variants.ts'

/** What a secret says about a MAC. */
export interface MacProof {
  readonly mac: MacVerdict
  /** What explains the MAC, or what is wrong with a secret that fits it. */
  readonly code?: TokenIssueCode
  readonly evidence?: readonly Evidence[]
}

/** What there is to prove: the MAC, and what it should have been made over. */
interface Claimed {
  readonly mac: Uint8Array
  /** The right message; a second one where line breaks may have been signed with it. */
  readonly messages: readonly string[]
  /** Whatever stands where a key should. */
  readonly keys: readonly unknown[]
  readonly variants: () => readonly MessageVariant[]
}

const encoder = new TextEncoder()
const unknownMac: MacProof = { mac: 'unknown' }
const keyNames = ['appKey', 'sdkKey', 'app_key', 'iss']

function distinctTexts(values: readonly unknown[]): readonly string[] {
  const texts = values.filter((value) => typeof value === 'string' && value !== '') as string[]
  return [...new Set(texts)]
}

function claimedByLegacy(detection: LegacyDetection, { sdkKey }: Expected): Claimed | undefined {
  const { key, mac: text } = detection.fields
  const mac = macBytes(text.trim())
  return (
    mac && {
      mac,
      messages: [legacyMessage(detection)],
      keys: [key, sdkKey],
      variants: () => legacyMessages(detection),
    }
  )
}

function claimedByJwt(detection: JwtDetection, { sdkKey }: Expected): Claimed | undefined {
  const { claims, text, signedText, parts } = detection
  const [header, payload, part = ''] = parts
  const mac = macBytes(isDotnetMac(part) ? part.slice(0, -1) : part)
  const message = `${header}.${payload}`
  return (
    mac && {
      mac,
      messages: signedText === text ? [message] : [message, signedText.split('.', 2).join('.')],
      keys: [...keyNames.map((name) => readMember(claims, name)), sdkKey],
      variants: () => jwtMessages(detection),
    }
  )
}

/** What is wrong with a secret although the MAC fits it; rows, the first that holds is the answer. */
const faults: readonly (readonly [
  TokenIssueCode,
  string,
  (secret: string, keys: Claimed['keys']) => boolean,
])[] = [
  ['secret-empty', 'empty', (secret) => secret.trim() === ''],
  ['secret-empty', 'the name of a missing value', (secret) => missingNames.includes(secret)],
  ['secret-whitespace', 'white space around it', (secret) => secret.trim() !== secret],
  ['secret-quoted', 'quotes around it', isQuoted],
  ['secret-is-key', 'the key in its place', (secret, keys) => keys.includes(secret)],
  ['placeholder-secret', 'a placeholder', isPlaceholder],
]

function explained(code: TokenIssueCode, field: string, seen: string, wanted: string): MacProof {
  return { mac: 'mismatch', code, evidence: found(field, seen, wanted) }
}

const wantedSecret = 'the text from the app’s credentials page, as UTF-8'

function verified(secret: string, keys: Claimed['keys']): MacProof {
  const fault = faults.find(([, , holds]) => holds(secret, keys))
  return fault
    ? { ...explained(fault[0], 'secret', fault[1], wantedSecret), mac: 'verified' }
    : { mac: 'verified' }
}

/** The message, or nothing where the claims are too deep to be written again. */
function tryMake({ make }: MessageVariant): string | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

/**
 * Looks for the mistake that reproduces the MAC: every variant of the secret over the right message,
 * then the right secret over every variant of the message. Some 70 HMACs at most.
 */
function explainMismatch(secret: string, claimed: Claimed): MacProof | undefined {
  const { mac, messages, variants } = claimed
  const keys = distinctTexts(claimed.keys)
  const fits = (key: Uint8Array, message: Uint8Array): boolean =>
    equalBytes(hmacSha256(key, message), mac)
  const right = encoder.encode(messages[0])
  for (const { code, seen, key } of secretVariants(secret, keys)) {
    if (!fits(key, right)) continue
    return code === 'secret-is-key' && keys.includes(secret)
      ? explained('credentials-swapped', 'appKey', 'the secret', 'the key')
      : explained(code, 'secret', seen, wantedSecret)
  }
  const secretBytes = encoder.encode(secret)
  for (const variant of variants()) {
    const message = tryMake(variant)
    if (message !== undefined && fits(secretBytes, encoder.encode(message))) {
      return explained(variant.code, 'signed text', variant.seen, 'header.payload as they are')
    }
  }
  return undefined
}

/**
 * Says whether the MAC verifies with the secret, and if not, which known mistake makes it. A key that
 * is the secret itself is told even where no MAC can be read.
 */
export function proveMac(
  detection: Detection,
  secret: string | undefined,
  expected: Expected,
): MacProof {
  if (secret === undefined || detection.format === 'unknown') return unknownMac
  const claimed =
    detection.format === 'jwt'
      ? claimedByJwt(detection, expected)
      : claimedByLegacy(detection, expected)
  if (!claimed) return { mac: 'mismatch' }
  const { mac, messages, keys } = claimed
  const key = encoder.encode(secret)
  for (const message of messages) {
    if (equalBytes(hmacSha256(key, encoder.encode(message)), mac)) return verified(secret, keys)
  }
  return (
    explainMismatch(secret, claimed) ??
    explained('secret-mismatch', 'MAC', 'another', 'the HMAC-SHA256 with this secret')
  )
}
