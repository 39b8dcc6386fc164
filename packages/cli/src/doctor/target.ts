import type { Call } from '../command.ts'
import { UsageError } from '../usage-error.ts'
import { type BodyTemplate, fill, parseBodyTemplate } from './body-template.ts'
import type { DoctorRows } from './doctor-options.ts'

/** The endpoint and how its page asks, as the call says. */
export interface Target {
  readonly url: URL
  readonly method: 'POST' | 'GET' | 'PUT'
  readonly meetingNumber: string
  /** As named, with its placeholders. */
  readonly urlTemplate: string
  /** What stands in for the body that the web client's sample sends. */
  readonly bodyTemplate: BodyTemplate | undefined
  /** Of a signed-in user; names in lower case. */
  readonly userHeaders: Readonly<Record<string, string>>
  readonly origin: string | undefined
  readonly timeoutMilliseconds: number
}

/** Eleven digits, and Zoom gives out none that start with 1. */
const madeUpMeetingNumber = '12345678901'
const longestTimeoutSeconds = 60

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new UsageError(
      'The endpoint is no URL with http or https, and no folder.',
      'Write it in full: sigshift doctor https://example.com/api/signature',
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      'The URL holds a user name or password, which browsers do not send.',
      "Give them as --header 'Authorization: Basic …'.",
    )
  }
  url.hash = ''
  return url
}

function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && url.origin !== 'null' && url.origin === text.replace(/\/$/, ''))
    return url.origin
  throw new UsageError(
    '--origin is no origin: scheme, host and port, without a path.',
    'Take what location.origin shows on your page, such as https://example.com.',
  )
}

function parseHeaders(rows: readonly string[]): Readonly<Record<string, string>> {
  const headers = new Headers()
  for (const [i, row] of rows.entries()) {
    const colon = row.indexOf(':')
    try {
      if (colon < 1) throw new TypeError('no name')
      headers.append(row.slice(0, colon), row.slice(colon + 1).trim())
    } catch {
      throw new UsageError(
        `--header number ${i + 1} is no header; it is not shown, since it may hold a credential.`,
        "Write it as --header 'Authorization: Bearer …', in quotes.",
      )
    }
  }
  return Object.fromEntries(headers)
}

function parseTimeout(text: string | undefined): number {
  if (text === undefined) return 10_000
  const seconds = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (seconds > 0 && seconds <= longestTimeoutSeconds) return Math.ceil(seconds * 1000)
  throw new UsageError(
    '--timeout is no number of seconds that can be waited.',
    `Give seconds, more than 0 and at most ${longestTimeoutSeconds}.`,
  )
}

/** @throws {UsageError} where the call does not say whom to ask, or how. */
export function parseTarget({ argument = '', options }: Call<DoctorRows>): Target {
  const { method = 'POST', meetingNumber = madeUpMeetingNumber } = options
  return {
    url: parseUrl(fill(argument, { meetingNumber, role: 0 }, encodeURIComponent)),
    urlTemplate: argument,
    bodyTemplate: parseBodyTemplate(options.body, method, argument),
    method,
    meetingNumber,
    userHeaders: parseHeaders(options.header ?? []),
    origin: options.origin === undefined ? undefined : parseOrigin(options.origin),
    timeoutMilliseconds: parseTimeout(options.timeout),
  }
}
