import type { Sources } from '../source.ts'
import type { IssueWords } from './issue-entry.ts'

export type TimeIssueCode =
  | 'iat-in-future'
  | 'time-in-milliseconds'
  | 'lifetime-from-milliseconds'
  | 'lifetime-too-short'
  | 'lifetime-at-minimum'
  | 'lifetime-too-long'
  | 'expired'
  | 'time-zone-shift'
  | 'iat-float-rounding'
  | 'time-not-integer'
  | 'time-missing'
  | 'token-exp-invalid'

/** `iat`, `exp` or `tokenExp` is wrong. */
export const timeIssues: Readonly<Record<TimeIssueCode, IssueWords>> = {
  'iat-in-future': {
    title: '`iat` is in the future',
    cause:
      "The signer's clock is ahead of Zoom's, and Zoom may refuse the token until it catches up.",
    remedy: 'Sign `iat` = now - 60 and `exp` = `iat` + 7200, and set the clock by NTP.',
  },
  'time-in-milliseconds': {
    title: 'A time is in milliseconds',
    cause: 'JWT times are epoch seconds, 10 digits; 13 digits lie far in the future.',
    remedy: 'Sign seconds: `Math.floor(Date.now() / 1000)`.',
  },
  'lifetime-from-milliseconds': {
    title: 'A lifetime in milliseconds was added to seconds',
    cause: '`iat` is in seconds, but `exp` adds milliseconds: 7200000 is 83 days, not two hours.',
    remedy: 'Sign `exp` = `iat` + 7200 with both in epoch seconds.',
  },
  'lifetime-too-short': {
    title: 'The lifetime is too short',
    cause: 'Zoom wants `exp` at least 1800 seconds after `iat`; the Meeting SDK may want more.',
    remedy: 'Sign `exp` = `iat` + 7200 with both in epoch seconds.',
  },
  'lifetime-at-minimum': {
    title: 'The lifetime is exactly 1800 seconds',
    cause: "Zoom's docs allow it, but native SDKs refused it, and the web SDK reportedly at times.",
    remedy: 'Sign more than the minimum: `exp` = `iat` + 7200.',
  },
  'lifetime-too-long': {
    title: 'The lifetime is over 48 hours',
    cause: 'Zoom takes at most 172800 seconds from `iat` to `exp`.',
    remedy: 'Sign `exp` = `iat` + 7200, and a new token for each join.',
  },
  expired: {
    title: 'The token has expired',
    cause: '`exp` is in the past; Zoom answers 3705, or 3712.',
    remedy:
      'Fetch a signature right before each `join`; do not cache it or build it into the page.',
  },
  'time-zone-shift': {
    title: 'Local time was taken for UTC',
    cause: "The times are a time zone off, as Python's `utcnow().timestamp()` makes them.",
    remedy: 'Take epoch seconds from the clock: `time.time()`, `Instant.now().getEpochSecond()`.',
  },
  'iat-float-rounding': {
    title: '`iat` went through a 32-bit float',
    cause: 'A float holds epoch seconds in steps of 128, so `iat` may be 64 seconds ahead.',
    remedy: 'Compute in integers: `System.currentTimeMillis() / 1000`.',
  },
  'time-not-integer': {
    title: 'A time is not a whole number',
    cause: 'Zoom wants `iat`, `exp` and `tokenExp` as integers, not as text or fractions.',
    remedy: 'Sign whole seconds without quotes: `Math.floor(Date.now() / 1000)`.',
  },
  'time-missing': {
    title: '`iat` or `exp` is missing',
    cause: 'Zoom requires both; without them it cannot tell when the token is good.',
    remedy: 'Sign `iat` = now - 60 and `exp` = `iat` + 7200, in epoch seconds.',
  },
  'token-exp-invalid': {
    title: '`tokenExp` is missing or too early',
    cause: 'Native SDKs require it, at least 1800 seconds after `iat` and not before `exp`.',
    remedy: 'Sign `tokenExp` with the value of `exp`.',
  },
}

/** Where each of them is told or was seen. */
export const timeSources: Readonly<Record<TimeIssueCode, Sources>> = {
  'iat-in-future': ['devforum/82045'],
  'time-in-milliseconds': ['devforum/83251', 'docs/meeting-sdk/auth', 'rfc/7519'],
  'lifetime-from-milliseconds': [
    'docs/meeting-sdk/auth',
    'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
  ],
  'lifetime-too-short': [
    'docs/meeting-sdk/auth',
    'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
    'github/mieszko4/react-native-zoom-us#345',
  ],
  'lifetime-at-minimum': ['github/mieszko4/react-native-zoom-us#254', 'devforum/77167'],
  'lifetime-too-long': [
    'docs/meeting-sdk/auth',
    'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
  ],
  expired: ['docs/meeting-sdk/web/error-codes'],
  'time-zone-shift': ['github/zoom/meetingsdk-web-sample@0a13594'],
  'iat-float-rounding': ['devforum/91781'],
  'time-not-integer': [
    'devforum/85961',
    'https://dev.to/zoom/troubleshooting-zoom-meeting-sdk-signature-validation-1hln',
  ],
  'time-missing': ['docs/meeting-sdk/auth'],
  'token-exp-invalid': ['docs/meeting-sdk/auth', 'github/mieszko4/react-native-zoom-us#345'],
}
