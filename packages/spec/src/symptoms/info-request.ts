import type { Symptom } from './symptom.ts'

/** The request `wc/info` fails, or its answer is none that the SDK knows. */
export const infoRequest: readonly Symptom[] = [
  {
    slug: 'fail-to-join-the-meeting-1',
    text: 'Fail to join the meeting.',
    errorCode: 1,
    place: 'error-object',
    views: ['client'],
    causes: ['unknown-server-answer'],
    nextCheck:
      "Read result of the error object: it is the server's own text. If it is null, look at wc/info in the network panel.",
    sources: ['measured/@zoom/meetingsdk@6.2.0', 'docs/meeting-sdk/web/error-codes'],
  },
  {
    slug: 'you-have-been-limit-by-zoom',
    text: 'You have been limit by zoom, verfy recaptcha and try again',
    alsoShown: ['Fail to join the meeting.'],
    errorCode: 1,
    place: 'console',
    views: ['client'],
    causes: ['info-request-failed', 'info-answer-not-json'],
    nextCheck:
      'Look at wc/info in the network panel: blocked, offline, HTTP 4xx or 5xx, or not JSON. The line is no sign of a rate limit.',
    sources: ['measured/@zoom/meetingsdk@6.2.0'],
  },
  {
    slug: 'fail-to-join-the-meeting-200',
    text: 'Fail to join the meeting.',
    errorCode: 200,
    place: 'error-object',
    views: ['component'],
    causes: ['unknown-server-answer', 'app-not-published'],
    nextCheck:
      'Read the answer of wc/info in the network panel: this view drops a server text that it does not know.',
    sources: [
      'measured/@zoom/meetingsdk@6.2.0',
      'docs/meeting-sdk/web/error-codes',
      'devforum/139281',
    ],
  },
  {
    slug: 'connection-error',
    text: 'connection error',
    errorCode: -3000,
    place: 'error-object',
    views: ['component'],
    causes: ['info-request-failed'],
    nextCheck: 'Look at wc/info in the network panel: blocked, offline, or HTTP 4xx or 5xx.',
    sources: ['measured/@zoom/meetingsdk@6.2.0'],
  },
  {
    slug: 'cannot-read-properties-of-null-reading-status',
    text: "TypeError: Cannot read properties of null (reading 'status')",
    alsoShown: [
      "Cannot read properties of null (reading 'status')",
      'can\'t access property "status"',
    ],
    place: 'exception',
    views: ['component'],
    causes: ['info-answer-not-json'],
    nextCheck:
      'Read the answer of wc/info in the network panel: a proxy or login page answered with HTML. join never settles then.',
    sources: ['measured/@zoom/meetingsdk@6.2.0'],
  },
  {
    slug: 'joining-meeting-without-any-message',
    text: '',
    alsoShown: ['Joining Meeting...'],
    place: 'silence',
    views: ['client'],
    causes: [
      'not-a-signature',
      'signature-undefined',
      'signature-not-a-string',
      'legacy-signature',
      'info-request-failed',
    ],
    nextCheck:
      'Open the console: an unreadable token shows there only. Nothing there: see whether the request wc/info is still open.',
    sources: ['measured/@zoom/meetingsdk@6.2.0', 'measured/@zoom/meetingsdk@5.1.4'],
  },
  {
    slug: 'join-never-settles',
    text: '',
    alsoShown: ['Joining Meeting...'],
    place: 'silence',
    views: ['component'],
    since: '5.1.4',
    until: '5.1.4',
    causes: ['info-request-failed'],
    nextCheck:
      'See in the network panel whether the request wc/info is still open: 5.1.4 sets it no time limit within 45 seconds.',
    sources: ['measured/@zoom/meetingsdk@5.1.4'],
  },
  {
    slug: 'joining-meeting-timeout',
    text: 'Joining Meeting Timeout',
    place: 'page',
    views: ['client'],
    causes: ['base64-standard-alphabet', 'dotnet-url-token', 'info-request-failed'],
    nextCheck: 'Look for + and / in the token: a JWT has - and _ instead.',
    sources: ['devforum/93507'],
  },
  {
    slug: 'joining-meeting-timeout-or-browser-restriction',
    text: 'Joining Meeting Timeout or Browser restriction',
    place: 'page',
    views: ['client'],
    causes: [
      'secret-mismatch',
      'expired',
      'key-mismatch',
      'unknown-server-answer',
      'join-number-invalid',
      'user-name-empty',
    ],
    nextCheck: 'Ignore the title, it stands over every refusal; look up the line under it.',
    sources: ['measured/@zoom/meetingsdk@6.2.0'],
  },
]
