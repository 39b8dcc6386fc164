import type { Sources } from '../source.ts'
import type { IssueWords } from './issue-entry.ts'

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
export const requestIssues: Readonly<Record<RequestIssueCode, IssueWords>> = {
  'request-body-invalid': {
    title: 'The input is not a JSON object',
    cause: 'It is empty, does not parse as JSON, or is a list, text, number or `null`.',
    remedy: 'Send an object, such as `{"meetingNumber":"84512367890","role":0}`.',
  },
  'request-body-too-large': {
    title: 'The request body is too large',
    cause: 'It is longer than the server reads.',
    remedy: 'Send the documented members and nothing more.',
  },
  'request-media-type': {
    title: 'The media type is not accepted',
    cause: 'The body is not declared as JSON.',
    remedy: 'Send JSON with `content-type: application/json`.',
  },
  'request-member-missing': {
    title: 'A required member is missing',
    cause: 'The input lacks a member that has no default.',
    remedy: 'Add the member shown.',
  },
  'request-member-unknown': {
    title: 'A member is not known',
    cause: 'Unknown members are refused, so that a misspelt one is not silently ignored.',
    remedy: 'Remove the member shown, or correct its name.',
  },
  'request-member-invalid': {
    title: 'A member has the wrong type or range',
    cause: 'Values are taken as they are, not converted: `true` is not the number 1.',
    remedy: 'Send a value of the type and range shown.',
  },
  'request-headers-invalid': {
    title: 'The request headers are malformed or too large',
    cause: 'The server cannot read them, or they exceed its limit.',
    remedy: 'Send fewer or shorter headers, often cookies, of valid characters.',
  },
  'request-timeout': {
    title: 'The request did not arrive in time',
    cause: 'The server waited for the rest of the request and gave up.',
    remedy: 'Send the request again on a new connection.',
  },
  'route-not-found': {
    title: 'There is nothing at this path',
    cause: 'No route of the API has this path.',
    remedy: "Check the path against the API's documentation, its prefix and version too.",
  },
  'method-not-allowed': {
    title: 'The path does not take this method',
    cause: 'The path exists, with other methods than the one sent.',
    remedy: 'Use a method that the `allow` header of the answer lists.',
  },
  'not-authenticated': {
    title: 'The request has no valid credentials',
    cause: 'The `authorization` header is missing, or its token is unknown or expired.',
    remedy: 'Send valid credentials as the `www-authenticate` header of the answer asks.',
  },
  'not-permitted': {
    title: 'The caller may not do this',
    cause: 'The credentials are valid, but the policy of this caller refuses the request.',
    remedy: 'Ask for less, such as `role` 0, or have the policy widened.',
  },
  'rate-limited': {
    title: 'The caller sent too many requests',
    cause: 'The limit of requests for this caller and period is used up.',
    remedy: 'Wait as long as the `retry-after` header says.',
  },
  overloaded: {
    title: 'The server is overloaded',
    cause: 'It turns requests away until it has caught up.',
    remedy: 'Send the request again later, after the time in `retry-after` where there is one.',
  },
  'internal-error': {
    title: 'The server failed',
    cause: "The fault is the server's, not the request's; its log has the details.",
    remedy: 'Send the request again; if it keeps failing, report the time and path of it.',
  },
}

/** Where each of them is told or was seen. */
export const requestSources: Readonly<Record<RequestIssueCode, Sources>> = {
  'request-body-invalid': ['rfc/8259', 'rfc/9110'],
  'request-body-too-large': ['rfc/9110'],
  'request-media-type': ['rfc/9110', 'rfc/8259'],
  'request-member-missing': ['rfc/9110', 'rfc/9457'],
  'request-member-unknown': ['rfc/9110', 'rfc/9457'],
  'request-member-invalid': ['rfc/9110', 'rfc/9457'],
  'request-headers-invalid': ['rfc/9110', 'rfc/6585'],
  'request-timeout': ['rfc/9110'],
  'route-not-found': ['rfc/9110'],
  'method-not-allowed': ['rfc/9110'],
  'not-authenticated': ['rfc/9110', 'rfc/6750'],
  'not-permitted': ['rfc/9110'],
  'rate-limited': ['rfc/6585', 'rfc/9110'],
  overloaded: ['rfc/9110'],
  'internal-error': ['rfc/9110'],
}
