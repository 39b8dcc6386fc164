import type { IssueEntry } from './issue-entry.ts'

export type RequestIssueCode =
  | 'request-body-invalid'
  | 'request-body-too-large'
  | 'request-media-type'
  | 'request-member-missing'
  | 'request-member-unknown'
  | 'request-member-invalid'
  | 'request-headers-invalid'
  | 'request-timeout'
  | 'route-not-found'
  | 'method-not-allowed'
  | 'not-authenticated'
  | 'not-permitted'
  | 'rate-limited'
  | 'overloaded'
  | 'internal-error'

/** Why a signer or its API refuses what a caller sent; `title` is that of the problem body. */
export const requestIssues: Readonly<Record<RequestIssueCode, IssueEntry>> = {
  'request-body-invalid': {
    severity: 'error',
    title: 'The input is not a JSON object',
    cause: 'It is empty, does not parse as JSON, or is a list, text, number or `null`.',
    remedy: 'Send an object, such as `{"meetingNumber":"84512367890","role":0}`.',
    sources: ['rfc/8259', 'rfc/9110'],
  },
  'request-body-too-large': {
    severity: 'error',
    title: 'The request body is too large',
    cause: 'It is longer than the server reads.',
    remedy: 'Send the documented members and nothing more.',
    sources: ['rfc/9110'],
  },
  'request-media-type': {
    severity: 'error',
    title: 'The media type is not accepted',
    cause: 'The body is not declared as JSON.',
    remedy: 'Send JSON with `content-type: application/json`.',
    sources: ['rfc/9110', 'rfc/8259'],
  },
  'request-member-missing': {
    severity: 'error',
    title: 'A required member is missing',
    cause: 'The input lacks a member that has no default.',
    remedy: 'Add the member shown.',
    sources: ['rfc/9110', 'rfc/9457'],
  },
  'request-member-unknown': {
    severity: 'error',
    title: 'A member is not known',
    cause: 'Unknown members are refused, so that a misspelt one is not silently ignored.',
    remedy: 'Remove the member shown, or correct its name.',
    sources: ['rfc/9110', 'rfc/9457'],
  },
  'request-member-invalid': {
    severity: 'error',
    title: 'A member has the wrong type or range',
    cause: 'Values are taken as they are, not converted: `true` is not the number 1.',
    remedy: 'Send a value of the type and range shown.',
    sources: ['rfc/9110', 'rfc/9457'],
  },
  'request-headers-invalid': {
    severity: 'error',
    title: 'The request headers are malformed or too large',
    cause: 'The server cannot read them, or they exceed its limit.',
    remedy: 'Send fewer or shorter headers, often cookies, of valid characters.',
    sources: ['rfc/9110', 'rfc/6585'],
  },
  'request-timeout': {
    severity: 'error',
    title: 'The request did not arrive in time',
    cause: 'The server waited for the rest of the request and gave up.',
    remedy: 'Send the request again on a new connection.',
    sources: ['rfc/9110'],
  },
  'route-not-found': {
    severity: 'error',
    title: 'There is nothing at this path',
    cause: 'No route of the API has this path.',
    remedy: "Check the path against the API's documentation, its prefix and version too.",
    sources: ['rfc/9110'],
  },
  'method-not-allowed': {
    severity: 'error',
    title: 'The path does not take this method',
    cause: 'The path exists, with other methods than the one sent.',
    remedy: 'Use a method that the `allow` header of the answer lists.',
    sources: ['rfc/9110'],
  },
  'not-authenticated': {
    severity: 'error',
    title: 'The request has no valid credentials',
    cause: 'The `authorization` header is missing, or its token is unknown or expired.',
    remedy: 'Send valid credentials as the `www-authenticate` header of the answer asks.',
    sources: ['rfc/9110', 'rfc/6750'],
  },
  'not-permitted': {
    severity: 'error',
    title: 'The caller may not do this',
    cause: 'The credentials are valid, but the policy of this caller refuses the request.',
    remedy: 'Ask for less, such as `role` 0, or have the policy widened.',
    sources: ['rfc/9110'],
  },
  'rate-limited': {
    severity: 'error',
    title: 'The caller sent too many requests',
    cause: 'The limit of requests for this caller and period is used up.',
    remedy: 'Wait as long as the `retry-after` header says.',
    sources: ['rfc/6585', 'rfc/9110'],
  },
  overloaded: {
    severity: 'error',
    title: 'The server is overloaded',
    cause: 'It turns requests away until it has caught up.',
    remedy: 'Send the request again later, after the time in `retry-after` where there is one.',
    sources: ['rfc/9110'],
  },
  'internal-error': {
    severity: 'error',
    title: 'The server failed',
    cause: "The fault is the server's, not the request's; its log has the details.",
    remedy: 'Send the request again; if it keeps failing, report the time and path of it.',
    sources: ['rfc/9110'],
  },
}
