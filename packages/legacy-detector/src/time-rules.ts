import type { Evidence } from '@sigshift/spec'
import { checked } from './claim-rules.ts'
import { describeDuration, firstMilliseconds } from './describe-time.ts'
import type { JsonObject } from './detection.ts'
import { readMember } from './json-object.ts'
import { type Finding, found, type JwtSubject, type Rule } from './rule.ts'

const names = ['iat', 'exp', 'tokenExp'] as const
const day = 86_400

/** A time claim that is a number; `NaN` otherwise, with which no comparison holds. */
function timeOf(claims: JsonObject | undefined, name: string): number {
  const value = readMember(claims, name)
  return typeof value === 'number' ? value : Number.NaN
}

function inMilliseconds({ detection: { claims } }: JwtSubject): Finding {
  const evidence: Evidence[] = []
  for (const field of names) {
    const time = timeOf(claims, field)
    if (time >= firstMilliseconds) {
      evidence.push({ field, seen: String(time), wanted: String(Math.floor(time / 1000)) })
    }
  }
  return evidence.length > 0 ? evidence : undefined
}

/**
 * Whether a lifetime in seconds is one that somebody wrote in milliseconds. A count of whole days is
 * more likely meant, unless it is one or two days a thousand times over.
 */
function isMillisecondsLifetime(lifetime: number): boolean {
  const meant = lifetime / 1000
  if (meant < 1800 || meant > 2 * day || meant % 60 !== 0) return false
  return lifetime % day !== 0 || meant === day || meant === 2 * day
}

function lifetimeFromMilliseconds({ detection: { claims } }: JwtSubject): Finding {
  const lifetime = timeOf(claims, 'exp') - timeOf(claims, 'iat')
  return isMillisecondsLifetime(lifetime)
    ? found('exp - iat', `${lifetime} s`, `${lifetime / 1000} s`)
    : undefined
}

/** Clocks are read at two moments and rounded, so a second or two ahead proves nothing. */
const roundingSeconds = 2

function secondsAhead({ detection: { claims }, now }: JwtSubject): number {
  return timeOf(claims, 'iat') - now
}

const zoneStep = 900
const widestZone = 14 * 3600

/**
 * A token of the future is surely off. One of the past may just be old: it counts only for offsets that
 * zones have, and not where it ended a moment ago, as any token does.
 */
function shiftOf(iat: number, exp: number, now: number): number | undefined {
  const isAhead = iat > now
  const step = isAhead ? zoneStep : 2 * zoneStep
  const offset = Math.ceil((iat - now - roundingSeconds) / step) * step
  const age = offset - (iat - now)
  const isZone = offset !== 0 && Math.abs(offset) <= widestZone
  return isZone && age <= (isAhead ? 120 : 60) && (isAhead || now - exp > 120) ? offset : undefined
}

function timeZoneShift({ detection: { claims }, now }: JwtSubject): Finding {
  const iat = timeOf(claims, 'iat')
  const offset = shiftOf(iat, timeOf(claims, 'exp'), now)
  if (offset === undefined) return undefined
  const side = offset > 0 ? 'ahead' : 'behind'
  const seen = `${describeDuration(offset)} ${side}, if the token was made just now`
  return found('iat', seen, 'epoch seconds, which know no time zone')
}

/**
 * Java's `Math.round(ms / (float) 1000)` leaves multiples of 128 s, from which code may then take 30 s.
 * A round decimal number was typed by a person.
 */
function isFloatRounded(iat: number): boolean {
  return (iat % 128 === 0 || (iat + 30) % 128 === 0) && iat % 1000 !== 0
}

function floatRounding(subject: JwtSubject): Finding {
  const iat = timeOf(subject.detection.claims, 'iat')
  const seconds = secondsAhead(subject)
  const isRecent = seconds > roundingSeconds && seconds <= 64 + roundingSeconds
  return isRecent && isFloatRounded(iat)
    ? found('iat', `${iat}, ${describeDuration(seconds)} ahead`, 'now or earlier')
    : undefined
}

function inFuture(subject: JwtSubject): Finding {
  const seconds = secondsAhead(subject)
  return seconds > roundingSeconds
    ? found('iat', `${describeDuration(seconds)} ahead`, 'now or earlier')
    : undefined
}

function expired({ detection: { claims }, now }: JwtSubject): Finding {
  const seconds = now - timeOf(claims, 'exp')
  return seconds >= 0
    ? found('exp', `${describeDuration(seconds)} ago`, 'later than now')
    : undefined
}

const lifetimes = ['lifetime-too-long', 'lifetime-too-short', 'lifetime-at-minimum'] as const

/** When the token holds. */
export const timeRules: readonly Rule<JwtSubject>[] = [
  ...checked('time-missing', 'time-not-integer'),
  {
    code: 'time-in-milliseconds',
    suppresses: [
      ...lifetimes,
      'lifetime-from-milliseconds',
      'time-zone-shift',
      'iat-float-rounding',
      'iat-in-future',
      'token-exp-invalid',
    ],
    find: inMilliseconds,
  },
  {
    code: 'lifetime-from-milliseconds',
    suppresses: lifetimes,
    find: lifetimeFromMilliseconds,
  },
  { code: 'expired', find: expired },
  { code: 'time-zone-shift', suppresses: ['iat-in-future'], find: timeZoneShift },
  { code: 'iat-float-rounding', suppresses: ['iat-in-future'], find: floatRounding },
  { code: 'iat-in-future', find: inFuture },
  ...checked(...lifetimes, 'token-exp-invalid'),
]
