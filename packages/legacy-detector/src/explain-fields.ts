import { meetingSdkChecks } from '@sigshift/spec'
import { describeDate, describeDuration } from './describe-time.ts'
import type { Diagnosis, TokenFields } from './diagnosis.ts'
import type { ExplainedField } from './explanation.ts'

function describeMoment(date: Date, { currentDate }: Diagnosis): string {
  const seconds = (date.getTime() - currentDate.getTime()) / 1000
  if (Number.isNaN(seconds)) return describeDate(date)
  const span = describeDuration(seconds)
  return `${describeDate(date)}, ${seconds > 0 ? `in ${span}` : `${span} ago`}`
}

const roleNames: readonly string[] =
  meetingSdkChecks.claims.find((rule) => rule.claim === 'role')?.names ?? []

function describeRole(role: string, { kind }: Diagnosis): string {
  if (role === '') return 'empty'
  if (kind === 'cobrowse') return role
  const name =
    kind === 'legacy' && role === '5' ? 'assistant, old SDKs only' : roleNames[Number(role)]
  return name === undefined ? role : `${role} (${name})`
}

type Row<Name extends keyof TokenFields = keyof TokenFields> = {
  readonly [N in Name]: readonly [
    field: N,
    label: string,
    describe: (value: NonNullable<TokenFields[N]>, diagnosis: Diagnosis) => string,
  ]
}[Name]

const rows: readonly Row[] = [
  ['key', 'Key', String],
  ['meetingNumber', 'Meeting number', String],
  ['role', 'Role', describeRole],
  ['issuedAt', 'Issued', describeMoment],
  ['expiresAt', 'Expires', describeMoment],
  ['sessionExpiresAt', 'Session ends', describeMoment],
  ['mac', 'MAC', String],
]

function explainField<Name extends keyof TokenFields>(
  [name, label, describe]: Row<Name>,
  diagnosis: Diagnosis,
): ExplainedField | undefined {
  const value = diagnosis.fields[name]
  return value === undefined
    ? undefined
    : { name, label, text: describe(value as NonNullable<TokenFields[Name]>, diagnosis) }
}

/** What the token says, in people's terms. */
export function explainFields(diagnosis: Diagnosis): readonly ExplainedField[] {
  return rows
    .map((row) => explainField(row as Row, diagnosis))
    .filter((field): field is ExplainedField => field !== undefined)
}
