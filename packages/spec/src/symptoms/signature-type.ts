import type { Symptom } from './symptom.ts'

/** What `join` shows when `signature` is no string at all. */
export const signatureType: readonly Symptom[] = [
  {
    slug: 'cannot-read-properties-of-undefined-reading-split',
    text: "TypeError: Cannot read properties of undefined (reading 'split')",
    alsoShown: [
      "Cannot read properties of undefined (reading 'split')",
      "TypeError: Cannot read properties of null (reading 'split')",
      "Cannot read properties of null (reading 'split')",
      'can\'t access property "split"',
    ],
    place: 'exception',
    views: ['client', 'component'],
    since: '4.0.0',
    causes: ['signature-undefined'],
    nextCheck:
      "Log the endpoint's answer just before join: compare the field's name, the HTTP status and whether the JSON was parsed.",
    sources: [
      'measured/@zoom/meetingsdk@6.2.0',
      'https://searchfox.org/firefox-main/source/js/src/jit-test/tests/basic/property-error-message-fix.js',
    ],
  },
  {
    slug: 'e-split-is-not-a-function',
    text: 'TypeError: e.split is not a function',
    alsoShown: ['e.split is not a function'],
    place: 'exception',
    views: ['client', 'component'],
    causes: ['signature-not-a-string'],
    nextCheck:
      'Log typeof signature before join: await the promise, and pass the field of the answer, not the whole answer.',
    sources: ['measured/@zoom/meetingsdk@6.2.0', 'devforum/4005'],
  },
  {
    slug: 'cannot-read-properties-of-undefined-reading-to-string',
    text: "TypeError: Cannot read properties of undefined (reading 'toString')",
    alsoShown: [
      "Cannot read properties of undefined (reading 'toString')",
      "TypeError: Cannot read properties of null (reading 'toString')",
      "Cannot read properties of null (reading 'toString')",
    ],
    place: 'exception',
    views: ['client'],
    until: '3.13.2',
    causes: ['signature-undefined'],
    nextCheck: "Log the endpoint's answer just before join: the signature is undefined or null.",
    sources: ['measured/@zoom/meetingsdk@3.13.2'],
  },
  {
    slug: 'invalid-api-key-sdk-key-and-or-signature',
    text: 'Invalid apiKey/sdkKey and/or signature',
    alsoShown: ['INVALID_OPERATION'],
    place: 'error-object',
    views: ['component'],
    until: '3.13.2',
    causes: ['not-a-signature', 'signature-undefined'],
    nextCheck: 'Log the signature just before join: it is empty, undefined or null.',
    sources: ['measured/@zoom/meetingsdk@3.13.2'],
  },
]
