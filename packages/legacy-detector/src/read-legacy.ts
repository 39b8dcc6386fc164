import { decodeBase64, decodeBase64Text } from './decode-base64.ts'
import type { LegacyDetection, LegacyFields } from './detection.ts'
import { isHex } from './mac-form.ts'

type Legacy = Omit<LegacyDetection, 'wrappers' | 'text'>

/** Bounds the work on long strings: key, number and MAC of a real one come to some 150 characters. */
const longest = 4096
const keyPattern = /^[A-Za-z0-9_-]+$/
function isMac(text: string): boolean {
  const bare = text.replace(/\s/g, '')
  if (isHex(bare, 64)) return true
  const size = decodeBase64(bare)?.length
  return size === 32 || size === 64
}

// A key may have dots. So has a time that was no whole number, as PHP's microtime(true) * 1000 gives;
// a number or a word in its place is what people's code writes where there is none.
const layout =
  /^(.+?)\.([^.]*)\.(1\d{9}(?:\d{3})?\.\d{1,9}|-?\d{1,20}|NaN|undefined|null|)\.([^.]{0,20})\.([^.]*)$/s

/** `key.mn.ts.role.mac`. */
function readFields(text: string): LegacyFields | undefined {
  const fields = layout.exec(text) as [string, string, string, string, string, string] | null
  if (!fields) return undefined
  const [, key, meetingNumber, timestamp, role, mac] = fields
  return isMac(mac) ? { key, meetingNumber, timestamp, role, mac } : undefined
}

/** `key.mn.iat.exp.role.mac` and the like: two times beside each other, in seconds. */
function readHybrid(text: string): LegacyFields | undefined {
  const times = /\.(\d{10}\.\d{10})(?=\.)/.exec(text)
  if (!times) return undefined
  const [key, ...others] = text.replace(times[0], '').split('.') as [string, ...string[]]
  const mac = others.pop() as string
  if (others.length < 2 || !isMac(mac)) return undefined
  const meetingNumber = others.find((part) => part.length > 1) ?? ''
  const role = others.find((part) => part.length === 1) ?? ''
  return { key, meetingNumber, timestamp: times[1] as string, role, mac }
}

function readLayout(decoded: string, outer: Legacy['outer']): Legacy | undefined {
  const text = decoded.trimEnd()
  const hybrid = readHybrid(text)
  if (hybrid) return { format: 'legacy', kind: 'legacy-hybrid', outer, decoded, fields: hybrid }
  const fields = readFields(text)
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
