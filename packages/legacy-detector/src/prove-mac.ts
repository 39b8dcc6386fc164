import type { Evidence, TokenIssueCode } from '@sigshift/spec'
import { hmacSha256 } from '#hmac-sha256'
import type { Detection } from './detection.ts'
import type { Expected, MacVerdict } from './diagnosis.ts'
import { isDotnetUrlToken } from './encoding-rules.ts'
import { equalBytes } from './equal-bytes.ts'
import { isStandIn } from './is-stand-in.ts'
import { readMember } from './json-object.ts'
import { jwtMessages, type MessageVariant } from './jwt-messages.ts'
import { legacyMessage, legacyMessages } from './legacy-messages.ts'
import { macBytes } from './mac-form.ts'
import { secretVariants } from './secret-variants.ts'

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
  readonly keys: readonly string[]
  readonly variants: () => readonly MessageVariant[]
}

const encoder = new TextEncoder()
const unknownMac: MacProof = { mac: 'unknown' }

function toBytes(key: Uint8Array | string): Uint8Array {
  return typeof key === 'string' ? encoder.encode(key) : key
}

function distinctTexts(values: readonly unknown[]): readonly string[] {
  return [...new Set(values)].filter(
    (value): value is string => typeof value === 'string' && value !== '',
  )
}

function firstTwoParts(text: string): string {
  return text.split('.', 2).join('.')
}

function claimedBy(detection: Detection, expected: Expected): Claimed | undefined {
  if (detection.format === 'legacy') {
    const mac = macBytes(detection.fields.mac.trim())
    return (
      mac && {
        mac,
        messages: [legacyMessage(detection)],
        keys: distinctTexts([detection.fields.key, expected.sdkKey]),
        variants: () => legacyMessages(detection),
      }
    )
  }
  if (detection.format === 'unknown') return undefined
  const { claims, text, signedText, parts } = detection
  const part = parts[2] ?? ''
  const mac = macBytes(isDotnetUrlToken(detection) ? part.slice(0, -1) : part)
  return (
    mac && {
      mac,
      messages: distinctTexts([firstTwoParts(text), firstTwoParts(signedText)]),
      keys: distinctTexts([
        ...['appKey', 'sdkKey', 'app_key', 'iss'].map((name) => readMember(claims, name)),
        expected.sdkKey,
      ]),
      variants: () => jwtMessages(detection),
    }
  )
}

/** What is wrong with a secret although the MAC fits it; rows, the first that holds is the answer. */
const faults: readonly (readonly [
  TokenIssueCode,
  string,
  (secret: string, keys: readonly string[]) => boolean,
])[] = [
  ['secret-empty', 'empty', (secret) => secret.trim() === ''],
  [
    'secret-empty',
    'the name of a missing value',
    (secret) => /^(?:undefined|null|NaN|None)$/.test(secret),
  ],
  ['secret-whitespace', 'white space around it', (secret) => secret.trim() !== secret],
  ['secret-quoted', 'quotes around it', (secret) => /^(["'`]).*\1$/s.test(secret)],
  ['secret-is-key', 'the key in its place', (secret, keys) => keys.includes(secret)],
  ['placeholder-secret', 'a placeholder', isStandIn],
]

function explained(code: TokenIssueCode, field: string, seen: string, wanted: string): MacProof {
  return { mac: 'mismatch', code, evidence: [{ field, seen, wanted }] }
}

const wantedSecret = 'the text from the app’s credentials page, as UTF-8'

function verified(secret: string, keys: readonly string[]): MacProof {
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
  const { mac, messages, keys, variants } = claimed
  const fits = (key: Uint8Array, message: string): boolean =>
    equalBytes(hmacSha256(key, encoder.encode(message)), mac)
  const right = messages[0] as string
  for (const { code, seen, key } of secretVariants(secret, keys)) {
    if (key === undefined || !fits(toBytes(key), right)) continue
    return code === 'secret-is-key' && keys.includes(secret)
      ? explained('credentials-swapped', 'appKey', 'the secret', 'the key')
      : explained(code, 'secret', seen, wantedSecret)
  }
  const secretBytes = encoder.encode(secret)
  const tried = new Set<string | undefined>([undefined, ...messages])
  for (const variant of variants()) {
    const message = tryMake(variant)
    if (tried.has(message)) continue
    tried.add(message)
    if (fits(secretBytes, message as string)) {
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
  const claimed = claimedBy(detection, expected)
  if (!claimed) return { mac: 'mismatch' }
  const { mac, messages, keys } = claimed
  const key = encoder.encode(secret)
  for (const message of messages) {
    if (equalBytes(hmacSha256(key, encoder.encode(message)), mac)) return verified(secret, keys)
  }
  const mismatch = { field: 'MAC', seen: 'another', wanted: 'the HMAC-SHA256 with this secret' }
  return (
    explainMismatch(secret, claimed) ?? {
      mac: 'mismatch',
      code: 'secret-mismatch',
      evidence: [mismatch],
    }
  )
}
