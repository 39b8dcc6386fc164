import type { Symptom } from './symptom.ts'

/** Exceptions of `join` while it reads the second part of the token; nothing is sent to Zoom. */
export const unreadableToken: readonly Symptom[] = [
  {
    slug: 'cannot-read-properties-of-undefined-reading-replace',
    text: "TypeError: Cannot read properties of undefined (reading 'replace')",
    alsoShown: [
      "Cannot read properties of undefined (reading 'replace')",
      'can\'t access property "replace"',
    ],
    place: 'exception',
    views: ['component'],
    since: '4.0.0',
    causes: [
      'not-a-signature',
      'legacy-signature',
      'legacy-signature-with-sdk-key',
      'legacy-signature-raw-message',
      'legacy-signature-hex-mac',
      'legacy-hybrid',
      'legacy-key-only',
      'double-encoded',
      'url-encoded',
    ],
    nextCheck:
      'Log the string given to join: it has no dot. A Meeting SDK JWT starts with eyJ and has two dots.',
    sources: [
      'measured/@zoom/meetingsdk@6.2.0',
      'https://searchfox.org/firefox-main/source/js/src/jit-test/tests/basic/property-error-message-fix.js',
    ],
  },
  {
    slug: 'uri-malformed',
    text: 'URIError: URI malformed',
    alsoShown: ['URI malformed', 'URIError: malformed URI sequence'],
    place: 'exception',
    views: ['client', 'component'],
    causes: [
      'legacy-signature',
      'legacy-signature-with-sdk-key',
      'payload-not-json',
      'not-a-signature',
    ],
    nextCheck:
      'Decode the part between the first two dots as base64url: it must give UTF-8 text, and that text JSON.',
    sources: [
      'measured/@zoom/meetingsdk@6.2.0',
      'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Errors/Malformed_URI',
    ],
  },
  {
    slug: 'failed-to-execute-atob-on-window',
    text: "InvalidCharacterError: Failed to execute 'atob' on 'Window': The string to be decoded is not correctly encoded.",
    alsoShown: [
      "Failed to execute 'atob' on 'Window'",
      'The string to be decoded is not correctly encoded.',
    ],
    place: 'exception',
    views: ['client', 'component'],
    causes: [
      'token-truncated',
      'url-encoded',
      'not-a-signature',
      'legacy-signature',
      'legacy-signature-with-sdk-key',
      'plus-became-space',
    ],
    nextCheck:
      'Compare the token given to join with the one the server made, character by character: look for %, blanks and a lost end.',
    sources: ['measured/@zoom/meetingsdk@6.2.0'],
  },
  {
    slug: 'unterminated-string-in-json',
    text: 'SyntaxError: Unterminated string in JSON at position 43 (line 1 column 44)',
    alsoShown: [
      'Unterminated string in JSON',
      'Unexpected end of JSON input',
      'JSON.parse: unterminated string',
    ],
    place: 'exception',
    views: ['client', 'component'],
    causes: ['token-truncated', 'payload-not-json'],
    nextCheck:
      'Compare the length of the token at the server and in the page; look for a column or header that cuts it.',
    sources: [
      'measured/@zoom/meetingsdk@6.2.0',
      'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Errors/JSON_bad_parse',
    ],
  },
  {
    slug: 'is-not-valid-json',
    text: 'SyntaxError: Unexpected token \'h\', "hello world" is not valid JSON',
    alsoShown: ['is not valid JSON'],
    place: 'exception',
    views: ['client', 'component'],
    causes: ['payload-not-json', 'not-a-signature'],
    nextCheck:
      'Decode the part between the first two dots: it must be a JSON object. Five parts mean an encrypted token, not a signature.',
    sources: ['measured/@zoom/meetingsdk@6.2.0'],
  },
  {
    slug: 'cannot-read-properties-of-null-reading-app-key',
    text: "TypeError: Cannot read properties of null (reading 'appKey')",
    alsoShown: [
      "Cannot read properties of null (reading 'appKey')",
      'can\'t access property "appKey"',
    ],
    place: 'exception',
    views: ['client', 'component'],
    since: '4.0.0',
    causes: ['payload-not-json'],
    nextCheck: 'Look at the claims where the token is signed: the payload is the JSON value null.',
    sources: ['measured/@zoom/meetingsdk@6.2.0'],
  },
  {
    slug: 'e-index-of-is-not-a-function',
    text: 'TypeError: e.indexOf is not a function',
    alsoShown: ['e.indexOf is not a function'],
    place: 'exception',
    views: ['client'],
    causes: ['app-key-missing'],
    nextCheck: 'Sign appKey as a string; it is a number in this token.',
    sources: ['measured/@zoom/meetingsdk@6.2.0'],
  },
  {
    slug: 'invalid-token-specified-invalid-base64',
    text: 'Invalid token specified: invalid base64',
    place: 'console',
    views: ['client', 'component'],
    causes: ['base64-line-breaks', 'legacy-signature', 'payload-not-json'],
    nextCheck:
      'Look for line breaks inside the token, as Ruby encode64 and MIME encoders make; sign with base64url instead.',
    sources: ['measured/@zoom/meetingsdk@6.2.0', 'measured/@zoom/meetingsdk@3.13.2'],
  },
  {
    slug: 'cannot-read-properties-of-null-reading-role',
    text: "TypeError: Cannot read properties of null (reading 'role')",
    alsoShown: ["Cannot read properties of null (reading 'role')"],
    place: 'exception',
    views: ['client'],
    until: '3.13.2',
    causes: ['payload-not-json'],
    nextCheck: 'Look at the claims where the token is signed: the payload is the JSON value null.',
    sources: ['measured/@zoom/meetingsdk@3.13.2'],
  },
  {
    slug: 'base64-string-is-not-of-the-correct-length',
    text: 'Error: base64 string is not of the correct length',
    alsoShown: ['base64 string is not of the correct length'],
    place: 'exception',
    views: ['component'],
    until: '3.13.2',
    causes: ['token-truncated', 'not-a-signature', 'legacy-signature'],
    nextCheck:
      'Compare the token given to join with the one the server made: its second part is cut, or it is no token.',
    sources: ['measured/@zoom/meetingsdk@3.13.2'],
  },
]
