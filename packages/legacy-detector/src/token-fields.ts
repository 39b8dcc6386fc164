import { firstMilliseconds } from './describe-time.ts'
import type { Detection, JsonObject } from './detection.ts'
import type { TokenFields } from './diagnosis.ts'
import { readMember } from './json-object.ts'

/** Where each kind of JWT keeps the key, the role and the meeting: the first name that is there counts. */
const keyNames = ['appKey', 'sdkKey', 'app_key', 'iss'] as const
const roleNames = ['role', 'role_type'] as const
const longest = 200

function textIn(claims: JsonObject, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = readMember(claims, name)
    if (typeof value === 'string') {
      return value.length <= longest ? value : `${value.slice(0, longest)}…`
    }
    if (typeof value === 'number') return String(value)
  }
  return undefined
}

/** The moment that a number means, in whichever unit; `undefined` past the range of dates. */
function dateOf(value: unknown): Date | undefined {
  if (typeof value !== 'number') return undefined
  const date = new Date(value >= firstMilliseconds ? value : value * 1000)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** What a token says, named alike for every kind. */
export function tokenFields(detection: Detection): TokenFields {
  const fields: { -readonly [Name in keyof TokenFields]: TokenFields[Name] } = {}
  const set = <Name extends keyof TokenFields>(name: Name, value: TokenFields[Name]): void => {
    if (value !== undefined) fields[name] = value
  }
  if (detection.format === 'legacy') {
    const { key, meetingNumber, timestamp, role, mac } = detection.fields
    set('key', key)
    if (detection.kind === 'legacy-key-only') return fields
    set('meetingNumber', meetingNumber)
    set('role', role)
    set('issuedAt', dateOf(Number.parseInt(timestamp, 10)))
    set('mac', mac)
  }
  if (detection.format === 'jwt') {
    const claims = detection.claims ?? {}
    set('key', textIn(claims, keyNames))
    set('meetingNumber', textIn(claims, ['mn']))
    set('role', textIn(claims, roleNames))
    set('issuedAt', dateOf(readMember(claims, 'iat')))
    set('expiresAt', dateOf(readMember(claims, 'exp')))
    set('sessionExpiresAt', dateOf(readMember(claims, 'tokenExp')))
    set('mac', detection.parts[2])
  }
  return fields
}
