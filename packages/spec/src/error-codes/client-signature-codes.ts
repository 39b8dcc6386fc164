import type { ErrorCode } from './error-code.ts'
import { inPackage, inPackageByName, seen, seenAndInDocs } from './evidence.ts'

/** Codes 3700 to 3799: what the server says of key, signature, meeting number and role. */
export const clientSignatureCodes: readonly ErrorCode[] = [
  {
    code: 3701,
    view: 'client',
    text: 'Not support webinar and personal audio conference',
    serverAnswers: [
      { stage: 'info', code: 3000, text: 'Not support webinar and personal audio conference' },
    ],
    sources: inPackageByName,
  },
  {
    code: 3702,
    view: 'client',
    name: 'HOST_NOT_EXIST',
    text: 'The meeting host does not exist.',
    serverAnswers: [{ stage: 'info', code: 3000, text: 'The meeting host does not exist.' }],
    sources: ['npm/@zoom/meetingsdk@6.2.0', 'docs/meeting-sdk/web/error-codes', 'inferred'],
  },
  {
    code: 3703,
    view: 'client',
    text: 'Invalid meeting ID.',
    serverAnswers: [{ stage: 'info', code: 3000, text: 'Invalid meeting ID.' }],
    sources: seen,
  },
  {
    code: 3704,
    view: 'client',
    name: 'API_KEY_INVALID',
    text: 'The accounts API Key is not valid.',
    serverAnswers: [{ stage: 'info', code: 200, text: 'The api key is wrong.' }],
    sources: seenAndInDocs,
  },
  {
    code: 3705,
    view: 'client',
    name: 'SIGNATURE_EXPIRED',
    text: 'The signature has expired.',
    serverAnswers: [{ stage: 'info', code: 200, text: 'The signature has expired.' }],
    sources: seenAndInDocs,
  },
  {
    code: 3706,
    view: 'client',
    text: 'The meeting number is wrong.',
    serverAnswers: [{ stage: 'info', code: 200, text: 'The meeting number is wrong.' }],
    sources: [
      'measured/@zoom/meetingsdk@6.2.0',
      'npm/@zoom/meetingsdk@6.2.0',
      'github/zoom/meetingsdk-web-sample@1aebdc3',
    ],
  },
  {
    code: 3707,
    view: 'client',
    text: 'The meeting number is not found.',
    serverAnswers: [{ stage: 'info', code: 200, text: 'The meeting number is not found.' }],
    sources: [
      'measured/@zoom/meetingsdk@6.2.0',
      'npm/@zoom/meetingsdk@6.2.0',
      'github/zoom/meetingsdk-web-sample@1aebdc3',
    ],
  },
  {
    code: 3708,
    view: 'client',
    name: 'ROLE_ERROR',
    text: 'Incorrect role.',
    serverAnswers: [{ stage: 'info', code: 200, text: 'The role is not applicable.' }],
    sources: seenAndInDocs,
  },
  {
    code: 3709,
    view: 'client',
    text: 'The meeting host is not found.',
    serverAnswers: [{ stage: 'info', code: 200, text: 'The meeting host is not found.' }],
    sources: [
      'measured/@zoom/meetingsdk@6.2.0',
      'npm/@zoom/meetingsdk@6.2.0',
      'github/zoom/meetingsdk-web-sample@1aebdc3',
    ],
  },
  {
    code: 3710,
    view: 'client',
    name: 'API_KEY_DISABLED',
    text: 'The accounts API Key is deactivated.',
    serverAnswers: [{ stage: 'info', code: 200, text: "The account don't enable API." }],
    sources: seenAndInDocs,
  },
  {
    code: 3711,
    view: 'client',
    text: 'Cannot not host another meeting concurrently.',
    serverAnswers: [
      { stage: 'info', code: 200, text: "Can not be host in other account's meeting." },
    ],
    sources: [
      'measured/@zoom/meetingsdk@6.2.0',
      'npm/@zoom/meetingsdk@6.2.0',
      'github/zoom/meetingsdk-web-sample@1aebdc3',
    ],
  },
  {
    code: 3712,
    view: 'client',
    text: 'Signature is invalid.',
    serverAnswers: [{ stage: 'info', code: 200, text: 'Invalid signature.' }],
    sources: [
      'measured/@zoom/meetingsdk@6.2.0',
      'npm/@zoom/meetingsdk@6.2.0',
      'github/zoom/meetingsdk-web-sample@1aebdc3',
    ],
  },
  {
    code: 3713,
    view: 'client',
    text: 'No permission.',
    serverAnswers: [{ stage: 'info', code: 200, text: 'No permission' }],
    sources: [
      'measured/@zoom/meetingsdk@6.2.0',
      'npm/@zoom/meetingsdk@6.2.0',
      'github/zoom/meetingsdk-web-sample@1aebdc3',
    ],
  },
  {
    code: 3714,
    view: 'client',
    text: 'The meeting number is wrong.',
    serverAnswers: [{ stage: 'connection', code: 3004 }],
    sources: inPackage,
  },
  {
    code: 3715,
    view: 'client',
    text: 'Assistant join meeting been disabled',
    serverAnswers: [{ stage: 'info', code: 200, text: 'Assistant join meeting been disabled' }],
    sources: seen,
  },
  {
    code: 3715,
    view: 'client',
    text: 'You cannot control the meeting because another assistant is controlling this meeting.',
    serverAnswers: [{ stage: 'connection', code: 103017 }],
    sources: inPackage,
  },
]
