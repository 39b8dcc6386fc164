import type { IssueCode, Symptom, View } from '@sigshift/spec'
import { describe, expect, it } from 'vitest'
import { lookUpSymptom, type SymptomOptions } from './look-up-symptom.ts'

const first = (text: string, options?: SymptomOptions): IssueCode | undefined =>
  lookUpSymptom(text, options)[0]?.causes[0]

const slugs = (text: string, options?: SymptomOptions): string[] =>
  lookUpSymptom(text, options).map((match) => match.symptom.slug)

const e1 =
  'please check your signature and please add appKey https://developers.zoom.us/docs/meeting-sdk/auth/'
const e2 = 'Invalid token specified: invalid base64'
const w1 =
  'we require appKey in signature since v5.0.0. please check your signature and add appKey. https://developers.zoom.us/docs/meeting-sdk/auth/'
const w2 =
  'The sdkKey will be deprecated in the signature after v5.0.0, please use appKey:sdkKey or appKey:clientId in your signature.'
const w3 =
  'The appKey is required to be included in the signature. Please check your signature and appKey. https://developers.zoom.us/docs/meeting-sdk/auth/'
const w4 =
  'you can remove sdkKey from join params since v4.0.0. https://marketplacefront.zoom.us/sdk/meeting/web/functions/ZoomMtg.join.html'
const w5 =
  'The sdkKey has been removed from joinOptions since v4.0.0. https://marketplacefront.zoom.us/sdk/meeting/web/components/interfaces/JoinOptions.html'
const atob =
  "InvalidCharacterError: Failed to execute 'atob' on 'Window': The string to be decoded is not correctly encoded."
const limit = 'You have been limit by zoom, verfy recaptcha and try again'

const clientObject = (errorCode: number, errorMessage: string, result: string | null): string =>
  JSON.stringify({ method: 'join', status: false, result, errorMessage, errorCode })
const componentObject = (errorCode: number, reason: string): string =>
  JSON.stringify({ type: 'JOIN_MEETING_FAILED', reason, errorCode })

type Row = readonly [text: string, views: readonly View[], firstCause: IssueCode, version?: string]
const client: readonly View[] = ['client']
const component: readonly View[] = ['component']
const both: readonly View[] = ['client', 'component']

// The table "Symptom to likely causes" of sdk-behaviour.md, row by row, with the first cause it names.
const table: readonly Row[] = [
  ["Cannot read properties of undefined (reading 'replace')", component, 'not-a-signature'],
  [e1, client, 'not-a-signature'],
  ['appKey can not empty in the signature', component, 'video-sdk-token'],
  ["Cannot read properties of undefined (reading 'split')", both, 'signature-undefined'],
  ["Cannot read properties of null (reading 'split')", both, 'signature-undefined'],
  ['e.split is not a function', both, 'signature-not-a-string'],
  ['URI malformed', both, 'legacy-signature'],
  [atob, both, 'token-truncated'],
  ['Unterminated string in JSON', both, 'token-truncated'],
  // One row of the table for two texts; measured, a cut token gives the other text.
  ['is not valid JSON', both, 'payload-not-json'],
  ["Cannot read properties of null (reading 'appKey')", both, 'payload-not-json'],
  ['e.indexOf is not a function', client, 'app-key-missing'],
  [e2, both, 'base64-line-breaks'],
  [w1, client, 'app-key-missing'],
  [w3, component, 'app-key-missing'],
  // The table says both views for the pair: W4 is the client's wording, W5 the component's.
  [w4, client, 'sdk-key-in-join'],
  [w5, component, 'sdk-key-in-join'],
  ['Error Code: 3', client, 'api-key-in-join'],
  [
    'Using a Zoom JWT App type API Key (apiKey) is no longer available',
    component,
    'api-key-in-join',
  ],
  [clientObject(4003, 'meetingNumber length > 12', null), client, 'join-number-invalid'],
  [
    clientObject(4003, 'userName length > 128 or userName is empty', null),
    client,
    'user-name-empty',
  ],
  ['userName cannot be empty', component, 'user-name-empty'],
  [
    clientObject(4003, "apiKey or sdkKey only need one, and can't empty", null),
    client,
    'sdk-key-missing-in-join',
    '3.13.2',
  ],
  ['sdkKey can not empty', component, 'sdk-key-missing-in-join', '3.13.2'],
  [
    clientObject(4003, 'signatrue length error, 0 < length < 150', null),
    client,
    'not-a-signature',
    '3.13.2',
  ],
  ['base64 string is not of the correct length', component, 'token-truncated', '3.13.2'],
  [
    "Uncaught TypeError: Cannot read properties of undefined (reading 'toString')",
    client,
    'signature-undefined',
    '3.13.2',
  ],
  [
    '{"type":"INVALID_OPERATION","reason":"Invalid apiKey/sdkKey and/or signature"}',
    component,
    'not-a-signature',
    '3.13.2',
  ],
  [clientObject(3712, 'Signature is invalid.', 'Invalid signature.'), client, 'secret-mismatch'],
  [componentObject(3712, 'Signature is invalid.'), component, 'secret-mismatch'],
  ['3705 "The signature has expired."', both, 'expired'],
  ['3704 "The accounts API Key is not valid."', both, 'key-mismatch'],
  ['3706 "The meeting number is wrong."', both, 'mn-missing'],
  ['3707 "The meeting number is not found."', both, 'mn-missing'],
  ['3708 "Incorrect role."', both, 'role-invalid'],
  ['3709 "The meeting host is not found."', both, 'host-not-found'],
  ['3710 "The accounts API Key is deactivated."', both, 'meeting-sdk-not-enabled'],
  ['3711 "Cannot not host another meeting concurrently."', both, 'host-of-other-account'],
  ['3713 "No permission."', both, 'no-permission'],
  [clientObject(3610, 'Token has expired.', null), client, 'expired'],
  ["We don't support this login way", client, 'expired'],
  [componentObject(200, 'Invalid token'), component, 'expired'],
  [clientObject(3623, 'Token error', 'Token error'), client, 'zak-or-obf-refused'],
  [clientObject(3265, 'Token error', null), client, 'zak-or-obf-refused'],
  [componentObject(200, 'Token error'), component, 'zak-or-obf-refused'],
  [
    clientObject(1, 'Fail to join the meeting.', 'Some text the SDK does not know'),
    client,
    'unknown-server-answer',
  ],
  [
    `${limit}\n${clientObject(1, 'Fail to join the meeting.', null)}`,
    client,
    'info-request-failed',
  ],
  [componentObject(200, 'Fail to join the meeting.'), component, 'unknown-server-answer'],
  [componentObject(-3000, 'connection error'), component, 'info-request-failed'],
  [
    "Uncaught TypeError: Cannot read properties of null (reading 'status')",
    component,
    'info-answer-not-json',
  ],
  ['Joining Meeting...', client, 'not-a-signature'],
  ['', client, 'not-a-signature'],
]

describe('the symptom table is answered with its first cause', () => {
  const cases = table.flatMap(([text, views, cause, version = '6.2.0']) =>
    views.map((view) => ({ text, view, cause, version })),
  )

  it.each(cases)('$view $version: $text', ({ text, view, cause, version }) => {
    expect(first(text, { view, sdkVersion: version })).toBe(cause)
    expect(first(text, { view })).toBe(cause)
  })

  it('names no cause for the warning that appears beside a sound token', () => {
    expect(lookUpSymptom(w2, { view: 'component' })[0]).toMatchObject({
      causes: [],
      symptom: { slug: 'the-sdk-key-will-be-deprecated-in-the-signature' },
    })
  })
})

describe('the text may be pasted in any form', () => {
  const invalidSignature: readonly string[] = [
    '3712',
    ' 3712\n',
    'errorCode: 3712',
    'error code 3712',
    'join failed (3712)',
    'Zoom error 3712',
    '{"errorCode":3712}',
    "{ method: 'join', status: false, errorCode: 3712 }",
    '{\\"errorMessage\\":\\"Signature is invalid.\\",\\"errorCode\\":3712}',
    'Signature is invalid.',
    'SIGNATURE  IS\tINVALID',
    '“Signature is invalid.”',
    '"result": "Invalid signature."',
    'Joining Meeting Timeout or Browser restriction Signature is invalid. OK Retry',
    'Fail to join the meeting. Signature is invalid. Retry OK',
    '{"method":"join","status":false,"result":"Invalid signature.","errorMessage":"Signature is invalid.","errorCode":3712}',
  ]
  it.each(invalidSignature)('%s', (text) => {
    expect(slugs(text)[0]).toBe('signature-is-invalid')
  })

  const exceptions: readonly (readonly [string, string])[] = [
    [
      "Uncaught TypeError: Cannot read properties of undefined (reading 'replace')\n    at t.join (zoomus-websdk-embedded.umd.min.js:2:4711)\n    at async start (index.js:12:5)",
      'cannot-read-properties-of-undefined-reading-replace',
    ],
    [
      'Cannot read properties of undefined (reading ‘replace’)',
      'cannot-read-properties-of-undefined-reading-replace',
    ],
    [
      'TypeError: can\'t access property "replace", e.split(...)[1] is undefined',
      'cannot-read-properties-of-undefined-reading-replace',
    ],
    [
      'TypeError: undefined is not an object (evaluating \'e.split(".")[1].replace\')',
      'cannot-read-properties-of-undefined-reading-replace',
    ],
    [
      "TypeError: null is not an object (evaluating 'n.split')",
      'cannot-read-properties-of-undefined-reading-split',
    ],
    ['Uncaught (in promise) TypeError: t.split is not a function', 'e-split-is-not-a-function'],
    ['TypeError: n.indexOf is not a function', 'e-index-of-is-not-a-function'],
    [
      'SyntaxError: Unterminated string in JSON at position 117 (line 1 column 118)',
      'unterminated-string-in-json',
    ],
    ['Unexpected token \'\0\', "\0\0\0" is not valid JSON', 'is-not-valid-json'],
    ['Uncaught URIError: URI malformed\n    at decodeURIComponent (<anonymous>)', 'uri-malformed'],
    [`index.js:88 Uncaught ${atob}`, 'failed-to-execute-atob-on-window'],
    [`vendors.js:2 error: ${e1}`, 'please-check-your-signature-and-please-add-app-key'],
    ['joining meeting timeout', 'joining-meeting-timeout'],
    ['Error: 63, internalErrorCode=0', 'meeting-fail-unable-to-join-external-meeting'],
    ['internalErrorCode=124', 'internal-error-code-124'],
  ]
  it.each(exceptions)('%s', (text, slug) => {
    expect(slugs(text)[0]).toBe(slug)
  })
})

describe('the best match comes first', () => {
  it('an agreeing code and text rule out the other symptoms of that code', () => {
    const text = clientObject(4003, 'userName length > 128 or userName is empty', null)
    expect(slugs(text)).toEqual(['user-name-length-128-or-user-name-is-empty'])
    expect(slugs('4003', { view: 'client' }).length).toBeGreaterThan(1)
  })

  it('an exception comes before the console warnings around it', () => {
    const text = `warning: ${w2} | warning: ${w3} | Error: appKey can not empty in the signature`
    expect(slugs(text)).toEqual([
      'app-key-can-not-empty-in-the-signature',
      'the-app-key-is-required-to-be-included-in-the-signature',
      'the-sdk-key-will-be-deprecated-in-the-signature',
    ])
  })

  it('what the server said comes before the general failure that the SDK made of it', () => {
    const text = clientObject(1, 'Fail to join the meeting.', 'Invalid signature.')
    expect(slugs(text, { view: 'client' }).slice(0, 2)).toEqual([
      'signature-is-invalid',
      'fail-to-join-the-meeting-1',
    ])
  })

  it('a message gives way to a longer one that contains it', () => {
    expect(
      slugs('Joining Meeting Timeout or Browser restriction Fail to join the meeting. OK Retry', {
        view: 'client',
      }),
    ).toEqual([
      'fail-to-join-the-meeting-1',
      'joining-meeting-timeout-or-browser-restriction',
      'you-have-been-limit-by-zoom',
    ])
    expect(slugs('Token error: obfToken and zak cannot be used simultaneously')).toEqual([
      'obf-token-and-zak-cannot-be-used-simultaneously',
    ])
  })

  it('a part of a message is answered by the messages that contain it', () => {
    const [match] = lookUpSymptom('appKey can not empty')
    expect(match?.symptom.slug).toBe('app-key-can-not-empty-in-the-signature')
    expect(match?.matchedBy).toBe('part')
  })

  it('says by what it matched', () => {
    expect(lookUpSymptom('3712')[0]?.matchedBy).toBe('code')
    expect(lookUpSymptom('Signature is invalid.')[0]?.matchedBy).toBe('text')
    expect(lookUpSymptom('3712 Signature is invalid.')[0]?.matchedBy).toBe('code-and-text')
    expect(lookUpSymptom(' \n')[0]?.matchedBy).toBe('silence')
  })

  it('takes the best of the texts of a row', () => {
    const [match] = lookUpSymptom('3712: Invalid signature.')
    expect(match?.symptom.slug).toBe('signature-is-invalid')
    expect(match?.matchedBy).toBe('code-and-text')
  })

  it('of two that match alike, the longer comes first', () => {
    const twice = [
      ['signature-is-invalid', 'Signature is invalid'],
      ['the-meeting-number-is-wrong', 'The meeting number is wrong'],
      ['the-accounts-api-key-is-not-valid', 'The accounts API Key is not valid'],
      ['incorrect-role', 'Incorrect role'],
    ] as const
    const longestFirst = [2, 1, 0, 3].map((index) => twice[index]?.[0])
    const text = twice.map(([, shown]) => shown).join('\n')
    expect(slugs(text, { view: 'component' })).toEqual(longestFirst)
  })

  it('a part of a message counts from ten characters on', () => {
    expect(slugs('appKey can')).toContain('app-key-can-not-empty-in-the-signature')
    expect(slugs('not empty')).toEqual([])
    expect(slugs('ppKey can not')).toEqual([])
  })

  it('a short message counts as a whole, beside its code, or in the dialog of a failed join', () => {
    expect(slugs('it says no permission to enter')).toEqual([])
    expect(slugs('it says: No permission')).toEqual(['no-permission'])
    expect(slugs('it says no permission with code 3713')).toEqual(['no-permission'])
    expect(slugs('Fail to join the meeting No permission Retry')[0]).toBe('no-permission')
  })

  it('the title of a dialog is no message inside another one', () => {
    const silent = 'joining-meeting-without-any-message'
    expect(slugs('Joining Meeting...')).toContain(silent)
    expect(slugs('Fail to join the meeting after joining meeting 1')).not.toContain(silent)
  })

  it('the order of the words counts', () => {
    expect(slugs('invalid is signature')).toEqual([])
    expect(slugs('the meeting host is found not')).toEqual([])
  })

  it('carries the causes and the next check of its row', () => {
    const [match] = lookUpSymptom('3708')
    expect(match?.causes).toBe(match?.symptom.causes)
    expect(match?.nextCheck).toBe(match?.symptom.nextCheck)
  })
})

describe('the options narrow', () => {
  const symptomsOf = (text: string, options: SymptomOptions): Symptom[] =>
    lookUpSymptom(text, options).map((match) => match.symptom)

  it('to one view', () => {
    expect(slugs('Fail to join the meeting.', { view: 'component' })).toEqual([
      'fail-to-join-the-meeting-200',
    ])
    for (const { views } of symptomsOf('Token error', { view: 'client' })) {
      expect(views).toContain('client')
    }
    expect(lookUpSymptom('3712', { view: 'native' })).toEqual([])
  })

  const seenUntil3 = "Cannot read properties of undefined (reading 'toString')"
  it.each([
    ['3.13.2', 1],
    ['3.9.0', 1],
    ['v3.13.2', 1],
    ['^3.13.1', 1],
    ['3', 1],
    ['3.13.3', 0],
    ['3.13.10', 0],
    ['4.0.0', 0],
    ['10.0.0', 0],
    ['10', 0],
    ['3.14', 0],
    ['latest', 1],
    ['', 1],
  ])('to the versions a symptom was seen in: %s', (sdkVersion, count) => {
    expect(lookUpSymptom(seenUntil3, { view: 'client', sdkVersion })).toHaveLength(count)
  })
})

describe('a symptom counts from the version on in which it was first seen', () => {
  it.each([
    ['5.1.4', 1],
    ['5.1.5', 1],
    ['6', 1],
    ['5.1.3', 0],
    ['5.0.9', 0],
    ['4.9.9', 0],
    ['5.1', 0],
  ])('%s', (sdkVersion, count) => {
    expect(lookUpSymptom('4012', { view: 'client', sdkVersion })).toHaveLength(count)
  })
})

describe('a text that the SDK does not show gives nothing', () => {
  it.each([
    'ECONNREFUSED 127.0.0.1:5432',
    'Error: listen EADDRINUSE: address already in use :::3003',
    'Port 3003 is in use',
    'process exited with code 1',
    'npm ERR! code 1',
    'Request failed with status code 200',
    'GET /favicon.ico 200 OK',
    'timeout of 10000 ms exceeded: error',
    'at wc.js:3712:15, no error',
    'EACCES: no permission to open /etc/shadow',
    "TypeError: Cannot read properties of undefined (reading 'map')",
    'TypeError: rows.forEach is not a function',
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhIjoxfQ.c2lnbmF0dXJl',
    'it does not work',
    '???',
    '日本語',
    '\0',
    '\ud800',
    '999999',
  ])('%j', (text) => {
    expect(lookUpSymptom(text)).toEqual([])
  })
})

describe('a text of any length is answered', () => {
  const megabyte = 1_000_000
  it.each([
    ['A', 'A'.repeat(megabyte)],
    ['spaces', ' '.repeat(megabyte)],
    ['quotes', `'"`.repeat(megabyte / 2)],
    ['digits', '3712'.repeat(megabyte / 4)],
    ['words', 'error code '.repeat(megabyte / 11)],
    ['minus signs', '-'.repeat(megabyte)],
    ['backslashes', '\\'.repeat(megabyte)],
    ['an open Safari message', "undefined is not an object (evaluating '".repeat(25_000)],
    ['Signature is invalid.', 'Signature is invalid. '.repeat(45_000)],
  ])(
    '%s, soon',
    (_name, text) => {
      expect(lookUpSymptom(text)).toBeInstanceOf(Array)
    },
    // Work that grows with the square of a megabyte takes minutes.
    5000,
  )

  it('reads both ends of a long log', () => {
    const noise = 'x '.repeat(megabyte)
    expect(slugs(`${noise}\nURIError: URI malformed`)[0]).toBe('uri-malformed')
    expect(slugs(`URIError: URI malformed\n${noise}`)[0]).toBe('uri-malformed')
  })

  it('up to 16384 characters, a text is read as one', () => {
    const around = (length: number): string => {
      const half = ' '.repeat(8192 - 'URI mal'.length)
      return `${half}URI malformed`.padEnd(length, ' ')
    }
    expect(slugs(around(16_384))[0]).toBe('uri-malformed')
    expect(slugs(around(16_388))).toEqual([])
  })
})
