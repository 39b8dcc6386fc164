import { decodeBase64, decodeBase64Text } from './decode-base64.ts'
import type { LegacyDetection, LegacyFields } from './detection.ts'
import { isHex } from './mac-form.ts'

type Legacy = Omit<LegacyDetection, 'wrappers' | 'text'>

/** Bounds the work on long strings: key, number and MAC of a real one come to some 150 characters. */
const longest = 4096
const keyPattern = /^[A-Za-z0-9_-]+$/
// What people's code writes where a number is missing.
const timestampPattern = /^(?:-?\d{1,20}(?:\.\d+)?|NaN|undefined|null|)$/

function isMac(text: string): boolean {
  const bare = text.replace(/\s/g, '')
  if (isHex(bare, 64)) return true
  const bytes = decodeBase64(bare)
  return bytes !== undefined && (bytes.length === 32 || bytes.length === 64)
}

/** `key.mn.ts.role.mac`, read from the end since a key may have dots. */
function readFields(parts: readonly string[]): LegacyFields | undefined {
  const [meetingNumber, timestamp, role, mac] = parts.slice(-4) as [string, string, string, string]
  const key = parts.slice(0, -4).join('.')
  return key !== '' && role.length <= 20 && timestampPattern.test(timestamp) && isMac(mac)
    ? { key, meetingNumber, timestamp, role, mac }
    : undefined
}

function isSeconds(text: string | undefined): boolean {
  return text !== undefined && /^\d{10}$/.test(text)
}

/** `key.mn.iat.exp.role.mac` and the like: two times beside each other, in seconds. */
function readHybrid(parts: readonly string[]): LegacyFields | undefined {
  const at = parts.findIndex((part, i) => i > 0 && isSeconds(part) && isSeconds(parts[i + 1]))
  const mac = parts.at(-1) as string
  if (at < 0 || parts.length < 6 || !isMac(mac)) return undefined
  const key = parts[0] as string
  const timestamp = `${parts[at]}.${parts[at + 1]}`
  const others = parts.slice(1, -1).filter((_, i) => i + 1 !== at && i + 1 !== at + 1)
  const meetingNumber = others.find((part) => part.length > 1) ?? ''
  const role = others.find((part) => part.length === 1) ?? ''
  return { key, meetingNumber, timestamp, role, mac }
}

function readLayout(decoded: string, outer: Legacy['outer']): Legacy | undefined {
  const parts = decoded.trimEnd().split('.')
  if (parts.length < 5 || parts.length > 12) return undefined
  const hybrid = readHybrid(parts)
  if (hybrid) return { format: 'legacy', kind: 'legacy-hybrid', outer, decoded, fields: hybrid }
  const fields = readFields(parts)
  return fields && { format: 'legacy', kind: 'legacy', outer, decoded, fields }
}

/** What an API key, an SDK key or a client ID looks like: 22 or 36 characters of mixed kinds. */
export function looksLikeKey(text: string): boolean {
  return (
    (text.length === 22 || text.length === 36) &&
    keyPattern.test(text) &&
    /\d/.test(text) &&
    /[a-z]/.test(text) &&
    /[A-Z]/.test(text)
  )
}

/** Reads the old signature in all its layouts; `undefined` for anything else. */
export function readLegacy(text: string): Legacy | undefined {
  if (text.length > longest) return undefined
  if (text.includes('.')) return readLayout(text, 'none')
  const decoded = decodeBase64Text(text)
  if (decoded === undefined) return undefined
  if (!looksLikeKey(decoded)) return readLayout(decoded, 'base64')
  const fields = { key: decoded, meetingNumber: '', timestamp: '', role: '', mac: '' }
  return { format: 'legacy', kind: 'legacy-key-only', outer: 'base64', decoded, fields }
}
