import type { Sources } from '../source.ts'
import type { IssueWords } from './issue-entry.ts'

export type EndpointIssueCode =
  | 'endpoint-unreachable'
  | 'endpoint-timeout'
  | 'endpoint-error-status'
  | 'endpoint-answer-too-large'
  | 'endpoint-answer-not-json'
  | 'endpoint-answer-is-string'
  | 'endpoint-signature-missing'
  | 'endpoint-no-cors'
  | 'endpoint-no-authentication'
  | 'endpoint-host-for-anybody'
  | 'endpoint-leaks-secret'
  | 'endpoint-leaks-trace'
  | 'endpoint-clock-skew'
  | 'endpoint-not-https'

/** What a request to a team's own signature endpoint shows. */
export const endpointIssues: Readonly<Record<EndpointIssueCode, IssueWords>> = {
  'endpoint-unreachable': {
    title: 'The endpoint cannot be reached',
    cause: 'The name does not resolve, the connection is refused, or TLS fails.',
    remedy: 'Check the URL, the port, the certificate, and that the server runs.',
  },
  'endpoint-timeout': {
    title: 'The endpoint does not answer in time',
    cause: 'The page waits for the signature before it can call `join`.',
    remedy: 'Look for a cold start or a call that hangs; signing itself needs no network.',
  },
  'endpoint-error-status': {
    title: 'The endpoint answers with an error status',
    cause: 'A page that does not look at the status passes `undefined` on to `join`.',
    remedy: 'Send the body and credentials that the endpoint expects, and read its log.',
  },
  'endpoint-answer-too-large': {
    title: 'The answer is far larger than a signature',
    cause: 'A signature has some 300 characters; this answer was not read to its end.',
    remedy: 'Answer `{"signature":"..."}` and nothing more.',
  },
  'endpoint-answer-not-json': {
    title: 'The answer is not JSON',
    cause: "It is HTML or text, often a login page, a proxy's error or a fallback route.",
    remedy: 'Answer `{"signature":"..."}` with `content-type: application/json`.',
  },
  'endpoint-answer-is-string': {
    title: 'The answer is the bare token',
    cause:
      "Zoom's sample endpoint answers an object; a page that reads `signature` gets `undefined`.",
    remedy: 'Answer `{"signature":"..."}`, or let the page take the text itself.',
  },
  'endpoint-signature-missing': {
    title: 'The answer has no member `signature`',
    cause: "Zoom's sample endpoint names it `signature`; pages written for it get `undefined`.",
    remedy: 'Name the member `signature`, or let the page read the other name.',
  },
  'endpoint-no-cors': {
    title: 'The endpoint allows no page of another origin',
    cause: 'Without `Access-Control-Allow-Origin` a browser withholds the answer from such a page.',
    remedy: 'Allow the origin of your page by name, or serve both from one origin.',
  },
  'endpoint-no-authentication': {
    title: 'The endpoint signs for anybody',
    cause: "A request without credentials got a signature; strangers join in your app's name.",
    remedy: 'Ask for your own login or session before signing, and limit the rate.',
  },
  'endpoint-host-for-anybody': {
    title: 'The endpoint signs the host role for anybody',
    cause: 'A request without credentials asked for `role` 1 and got it, which means host.',
    remedy: 'Decide `role` on the server, from the user who is signed in.',
  },
  'endpoint-leaks-secret': {
    title: 'The answer contains the secret',
    cause: 'Whoever reads the answer can sign for any meeting and role.',
    remedy: 'Rotate the secret now, and answer the signature alone.',
  },
  'endpoint-leaks-trace': {
    title: 'An error answer shows a stack trace',
    cause: 'Paths, versions and sometimes settings reach whoever sends a bad request.',
    remedy: 'Answer a status and a short text; keep the trace in the log.',
  },
  'endpoint-clock-skew': {
    title: 'The clock of the endpoint is off',
    cause:
      'Its `Date` header or `iat` differs from our clock; Zoom refuses an `iat` in the future.',
    remedy: 'Set the clock by NTP, and sign `iat` = now - 60.',
  },
  'endpoint-not-https': {
    title: 'The endpoint is served over plain HTTP',
    cause: 'Others on the way can read the signature, and browsers keep HTTPS pages from it.',
    remedy: 'Serve it over HTTPS.',
  },
}

/** Where each of them is told or was seen. */
export const endpointSources: Readonly<Record<EndpointIssueCode, Sources>> = {
  'endpoint-unreachable': ['inferred'],
  'endpoint-timeout': ['inferred'],
  'endpoint-error-status': ['rfc/9110', 'measured/@zoom/meetingsdk@6.2.0'],
  'endpoint-answer-too-large': ['github/zoom/meetingsdk-auth-endpoint-sample@546b7e6'],
  'endpoint-answer-not-json': ['rfc/8259', 'github/zoom/meetingsdk-auth-endpoint-sample@546b7e6'],
  'endpoint-answer-is-string': ['github/zoom/meetingsdk-auth-endpoint-sample@546b7e6'],
  'endpoint-signature-missing': ['github/zoom/meetingsdk-auth-endpoint-sample@546b7e6'],
  'endpoint-no-cors': ['https://fetch.spec.whatwg.org/'],
  'endpoint-no-authentication': ['github/zoom/meetingsdk-auth-endpoint-sample@c6427b8'],
  'endpoint-host-for-anybody': [
    'github/zoom/meetingsdk-auth-endpoint-sample@c6427b8',
    'docs/meeting-sdk/auth',
  ],
  'endpoint-leaks-secret': ['github/zoom/meetingsdk-web-sample@398e6f8'],
  'endpoint-leaks-trace': ['https://cwe.mitre.org/data/definitions/209.html'],
  'endpoint-clock-skew': ['devforum/82045', 'rfc/9110'],
  'endpoint-not-https': ['rfc/9110', 'https://www.w3.org/TR/mixed-content/'],
}
