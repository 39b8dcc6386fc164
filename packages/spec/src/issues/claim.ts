import type { Sources } from '../source.ts'
import type { IssueWords } from './issue-entry.ts'

export type ClaimIssueCode =
  | 'app-key-missing'
  | 'mn-missing'
  | 'claim-misnamed'
  | 'mn-not-digits'
  | 'meeting-number-mismatch'
  | 'role-invalid'
  | 'role-as-string'
  | 'claim-missing'
  | 'claim-invalid'
  | 'external-meeting-needs-token'

/** A claim other than the times is missing, misnamed or wrong. */
export const claimIssues: Readonly<Record<ClaimIssueCode, IssueWords>> = {
  'app-key-missing': {
    title: '`appKey` is missing or not text',
    cause: 'Since Web SDK 5.0.0 the signature must carry `appKey`; `sdkKey` alone is not enough.',
    remedy: 'Sign `appKey` = the client ID or SDK key, and `sdkKey` too for older SDKs.',
  },
  'mn-missing': {
    title: 'The meeting number `mn` is missing',
    cause: 'A signature for the web SDK is for one meeting, and this one names none.',
    remedy: 'Sign `mn` = the digits of the `meetingNumber` given to `join`.',
  },
  'claim-misnamed': {
    title: 'A claim has the wrong name',
    cause:
      'Claim names are fixed and case counts: `appKey` and `mn`, not `appkey` or `meetingNumber`.',
    remedy: 'Give the claim its documented name.',
  },
  'mn-not-digits': {
    title: 'The meeting number is not only digits',
    cause: 'Zoom wants bare digits: no spaces, no dashes, no UUID, no join URL.',
    remedy: 'Sign the digits alone, such as `84512367890`.',
  },
  'meeting-number-mismatch': {
    title: 'The token is for another meeting',
    cause: 'Zoom wants `mn` and the `meetingNumber` given to `join` to be the same.',
    remedy: 'Give the signer and `join` one and the same number.',
  },
  'role-invalid': {
    title: '`role` is missing or not 0 or 1',
    cause: 'Zoom knows 0 for a participant and 1 for the host; 3708 means an incorrect role.',
    remedy: 'Sign `role` as the number 0, or 1 for whoever may host.',
  },
  'role-as-string': {
    title: '`role` is text instead of a number',
    cause: "Zoom's own sample signs a number; whether text is taken is not documented.",
    remedy: 'Sign `role` as the number 0 or 1: `Number(role)`.',
  },
  'claim-missing': {
    title: 'A claim is missing or empty',
    cause: 'This kind of token needs the claim, and a value in it.',
    remedy: 'Sign the claim with a value; leave an optional one out.',
  },
  'claim-invalid': {
    title: 'A claim is outside its type or range',
    cause: 'Zoom documents a type and range for the claim and may refuse any other value.',
    remedy: 'Sign a value of the type and range shown.',
  },
  'external-meeting-needs-token': {
    title: 'Meetings of other accounts also need a ZAK or OBF token',
    cause: "Since 2026-03-02 a JWT alone opens only meetings of the app owner's account.",
    remedy: "For other meetings give `join` the user's `obfToken` or `zak`, not both.",
  },
}

/** Where each of them is told or was seen. */
export const claimSources: Readonly<Record<ClaimIssueCode, Sources>> = {
  'app-key-missing': [
    'github/zoom/meetingsdk-web@33e2d39',
    'github/zoom/meetingsdk-web@0706b85',
    'measured/@zoom/meetingsdk@6.2.0',
  ],
  'mn-missing': ['docs/meeting-sdk/auth', 'devforum/97215'],
  'claim-misnamed': ['measured/@zoom/meetingsdk@6.2.0', 'devforum/97215'],
  'mn-not-digits': ['github/zoom/meetingsdk-web-sample#4', 'docs/meeting-sdk/auth'],
  'meeting-number-mismatch': ['docs/isv/workflows/join-meeting'],
  'role-invalid': ['docs/meeting-sdk/auth', 'docs/meeting-sdk/web/error-codes'],
  'role-as-string': [
    'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
    'docs/meeting-sdk/auth',
  ],
  'claim-missing': ['docs/video-sdk/auth', 'docs/cobrowse-sdk/authorize'],
  'claim-invalid': [
    'docs/video-sdk/auth',
    'docs/cobrowse-sdk/authorize',
    'docs/video-sdk/web/error-codes',
  ],
  'external-meeting-needs-token': ['docs/meeting-sdk/obf-faq', 'docs/meeting-sdk/auth'],
}
