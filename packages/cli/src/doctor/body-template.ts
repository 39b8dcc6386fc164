import { UsageError } from '../usage-error.ts'

/** A request's body with `{number}` and, where the page says it, `{role}`. */
export interface BodyTemplate {
  readonly text: string
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded'
}

interface Values {
  readonly meetingNumber: string
  readonly role: 0 | 1
}

/** Whether a text has the placeholder `{name}`. */
export function hasPlaceholder(text: string, name: 'number' | 'role'): boolean {
  return text.includes(`{${name}}`)
}

/** Puts the values, written as `encode` does, in the place of `{number}` and `{role}`. */
export function fill(
  template: string,
  { meetingNumber, role }: Values,
  encode: (value: string) => string,
): string {
  return template
    .replaceAll('{number}', () => encode(meetingNumber))
    .replaceAll('{role}', String(role))
}

export function fillBody({ text, contentType }: BodyTemplate, values: Values): string {
  const isJson = contentType === 'application/json'
  return fill(
    text,
    values,
    isJson ? (value) => JSON.stringify(value).slice(1, -1) : encodeURIComponent,
  )
}

/** What a server's parser stumbles over. */
export function brokenBody(template: BodyTemplate | undefined): string {
  if (!template) return '{"meetingNumber":'
  return template.contentType === 'application/json'
    ? template.text.slice(0, template.text.indexOf(':') + 1)
    : '%'
}

const advice =
  'Write it as --body \'{"meetingId":"{number}","role":{role}}\', or as a form: --body \'mn={number}&role={role}\'.'

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** @throws {UsageError} where the template cannot be sent, or asks for no meeting. */
export function parseBodyTemplate(
  text: string | undefined,
  method: string,
  url: string,
): BodyTemplate | undefined {
  if (text === undefined) return undefined
  if (method === 'GET') {
    throw new UsageError(
      '--body does not go with --method GET, which sends none.',
      'Put the placeholders into the URL: https://example.com/sign?mn={number}&role={role}',
    )
  }
  if (!hasPlaceholder(text, 'number') && !hasPlaceholder(url, 'number')) {
    throw new UsageError('--body has no {number} for the meeting number.', advice)
  }
  if (!/^\s*[{[]/.test(text)) return { text, contentType: 'application/x-www-form-urlencoded' }
  const template = { text, contentType: 'application/json' } as const
  if (isJsonText(fillBody(template, { meetingNumber: '12345678901', role: 0 }))) return template
  throw new UsageError('--body is no JSON once {number} and {role} are filled in.', advice)
}
