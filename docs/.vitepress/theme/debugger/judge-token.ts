import { type Detection, diagnose, explain } from '@sigshift/legacy-detector'
import { type Symptom, symptoms } from '@sigshift/spec'
import type { Moment, Question, Segment, SymptomRow, TokenJudgement } from './judgement.ts'

/** More of a part than this is not drawn; all of it is read. */
const longestShown = 2000
const mostShown = 5
/** Longer addresses are cut by mail and chat programs. */
const longestShared = 8000

function cut(text: string): string {
  return text.length <= longestShown
    ? text
    : `${text.slice(0, longestShown)}… and ${text.length - longestShown} more characters`
}

const partNames = ['header', 'payload', 'MAC'] as const

function segmentsOf(detection: Detection): readonly Segment[] {
  if (detection.format === 'jwt') {
    return detection.parts
      .slice(0, 6)
      .map((text, i) => ({ name: partNames[i] ?? `part ${i + 1}`, text: cut(text) }))
  }
  if (detection.format === 'unknown' || detection.kind === 'legacy-key-only') {
    return [{ name: 'text', text: cut(detection.text) }]
  }
  const { key, meetingNumber, timestamp, role, mac } = detection.fields
  return Object.entries({ key, number: meetingNumber, time: timestamp, role, MAC: mac }).map(
    ([name, text]) => ({ name, text: cut(text) }),
  )
}

/** The text in a part that is no JSON, as far as it is base64 at all. */
function textIn(part: string): string | undefined {
  const sextets = part
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/[^A-Za-z0-9+/]/g, '')
  // A character left over holds no whole byte, and atob refuses it.
  const whole = sextets.slice(0, sextets.length - (sextets.length % 4 === 1 ? 1 : 0))
  const bytes = Uint8Array.from(atob(whole), (unit) => unit.charCodeAt(0))
  const text = new TextDecoder().decode(bytes)
  return text === '' ? undefined : text
}

function contentsOf(detection: Detection): readonly Segment[] {
  if (detection.format !== 'jwt') return []
  const { header, claims, parts } = detection
  return [header, claims].flatMap((value, i) => {
    const name = partNames[i] ?? ''
    if (value !== undefined) return [{ name, text: cut(JSON.stringify(value, null, 2)) }]
    const text = textIn(parts[i] ?? '')
    return text === undefined ? [] : [{ name: `${name}, which is no JSON object`, text: cut(text) }]
  })
}

/** An error object says more than a page that waits. */
function rankOf({ place }: Symptom): number {
  return place === 'error-object' ? 0 : 1
}

/** What the SDK shows for tokens with this first issue, the likeliest first. */
function symptomsFor(code: string | undefined): readonly SymptomRow[] {
  if (code === undefined) return []
  return symptoms
    .map((symptom) => ({ symptom, place: (symptom.causes as readonly string[]).indexOf(code) }))
    .filter(({ symptom, place }) => place >= 0 && symptom.place !== 'announcement')
    .sort((a, b) => a.place - b.place || rankOf(a.symptom) - rankOf(b.symptom))
    .slice(0, mostShown)
    .map(({ symptom }) => symptomRow(symptom))
}

export function symptomRow({ slug, text, errorCode, views }: SymptomRow): SymptomRow {
  return { slug, text, views, ...(errorCode === undefined ? {} : { errorCode }) }
}

function momentsOf(fields: ReturnType<typeof diagnose>['fields']): readonly Moment[] {
  const { issuedAt, expiresAt, sessionExpiresAt } = fields
  const named = { issued: issuedAt, expires: expiresAt, 'session ends': sessionExpiresAt }
  return Object.entries(named).flatMap(([name, date]) =>
    date === undefined || Number.isNaN(date.getTime()) ? [] : [{ name, at: date.getTime() }],
  )
}

/** Everything that can be said of a token, in plain data. */
export function judgeToken(detection: Detection, question: Question): TokenJudgement {
  const { secret, sdkKey, meetingNumber, now } = question
  const diagnosis = diagnose(detection, {
    currentDate: new Date(now),
    secret,
    expected: { sdkKey, meetingNumber },
  })
  const { summary, fields, issues, notes } = explain(diagnosis)
  return {
    kind: 'token',
    summary,
    worst: issues[0]?.severity ?? 'none',
    segments: segmentsOf(detection),
    decoded: detection.format === 'legacy' && detection.outer === 'base64',
    wrappers: detection.wrappers.map(({ seen }) => seen),
    fields: fields.map(({ name, label, text }) => ({ name, label, text: cut(text) })),
    contents: contentsOf(detection),
    issues: issues.map(({ code, severity, title, cause, remedy, evidence }) => ({
      code,
      severity,
      title,
      cause,
      remedy,
      evidence,
    })),
    notes,
    moments: momentsOf(diagnosis.fields),
    shown: symptomsFor(issues[0]?.code),
    shareable:
      detection.format !== 'unknown' &&
      question.text.length <= longestShared &&
      !(secret && question.text.includes(secret)),
  }
}
