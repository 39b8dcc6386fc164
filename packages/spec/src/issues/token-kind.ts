import type { Sources } from '../source.ts'
import type { IssueWords } from './issue-entry.ts'

export type TokenKindIssueCode =
  | 'legacy-signature'
  | 'legacy-signature-with-sdk-key'
  | 'legacy-signature-raw-message'
  | 'legacy-signature-hex-mac'
  | 'legacy-key-only'
  | 'legacy-hybrid'
  | 'legacy-timestamp-invalid'
  | 'rest-jwt-app-token'
  | 'video-sdk-token'
  | 'cobrowse-token'
  | 'zoom-issued-token'
  | 'key-prefix-before-jwt'
  | 'not-a-signature'
  | 'token-truncated'

/** The value is another kind of token than a Meeting SDK signature, or none. */
export const tokenKindIssues: Readonly<Record<TokenKindIssueCode, IssueWords>> = {
  'legacy-signature': {
    title: 'The signature is the old base64 HMAC one',
    cause:
      'JWT apps ended in September 2023 and Web SDK 2.7.0 dropped `apiKey`; no current SDK takes it.',
    remedy: 'Sign a Meeting SDK JWT with the client ID and client secret of a Meeting SDK app.',
  },
  'legacy-signature-with-sdk-key': {
    title: 'The old algorithm was run with an SDK key or client ID',
    cause: 'The key may be right, the format is not. Zoom has answered 3712 to such signatures.',
    remedy:
      'Keep key and secret; sign a JWT with `appKey`, `mn`, `role`, `iat`, `exp`, `tokenExp`.',
  },
  'legacy-signature-raw-message': {
    title: 'The old HMAC was made over the raw message, not its base64',
    cause: 'A C# sample of Zoom left out the inner base64; every other language has it.',
    remedy: 'Do not repair the old layout; sign a Meeting SDK JWT.',
  },
  'legacy-signature-hex-mac': {
    title: 'The old layout carries a hex MAC',
    cause: 'The layout wants the 32 MAC bytes in base64; these are hex digits, or base64 of them.',
    remedy: 'Do not repair the old layout; sign a Meeting SDK JWT.',
  },
  'legacy-key-only': {
    title: 'The signature is only the base64 of the key',
    cause: 'A docs sample gave `Buffer.from` five arguments; Node encodes the first, the key.',
    remedy: 'Do not repair the sample; sign a Meeting SDK JWT.',
  },
  'legacy-hybrid': {
    title: 'The signature mixes the old layout with claims',
    cause:
      'Fields such as `iat` and `exp` in the dotted HMAC text are no format that Zoom documents.',
    remedy: 'Drop the layout; sign a Meeting SDK JWT.',
  },
  'legacy-timestamp-invalid': {
    title: 'The timestamp of the old signature is wrong',
    cause: 'The layout wants epoch milliseconds, 13 digits; Zoom called one in the future expired.',
    remedy: 'Sign a Meeting SDK JWT, with `iat` and `exp` in epoch seconds.',
  },
  'rest-jwt-app-token': {
    title: 'The token is for the REST API or the Build platform',
    cause: 'It has `iss` but no `appKey`: a token of the retired JWT app type, or of Build.',
    remedy:
      "Sign `appKey`, `mn`, `role`, `iat`, `exp`, `tokenExp` with a Meeting SDK app's secret.",
  },
  'video-sdk-token': {
    title: 'The token is for the Video SDK',
    cause: '`app_key` and `tpc` name a Video SDK session; the Meeting SDK looks for `appKey`.',
    remedy: "Sign `appKey`, `mn` and `role` with a Meeting SDK app's secret, or join by Video SDK.",
  },
  'cobrowse-token': {
    title: 'The token is for the Cobrowse SDK',
    cause: '`app_key` and `user_id` name a Cobrowse user; the Meeting SDK looks for `appKey`.',
    remedy: 'Sign `appKey`, `mn` and `role` with the secret of a Meeting SDK app.',
  },
  'zoom-issued-token': {
    title: 'The token was issued by Zoom and is no signature',
    cause: 'OAuth access tokens, ZAK and OBF tokens name no meeting and have no `appKey`.',
    remedy: 'Sign a Meeting SDK JWT; give `join` a ZAK as `zak`, an OBF token as `obfToken`.',
  },
  'key-prefix-before-jwt': {
    title: 'Something stands before the JWT',
    cause: "`appKey:sdkKey` in Zoom's typings means claim and value, not text before the token.",
    remedy: 'Pass the JWT alone, from `eyJ` on, with the key in the claim `appKey`.',
  },
  'not-a-signature': {
    title: 'The value is no signature',
    cause: 'It is empty or has no readable payload; the web SDK stops before it asks Zoom.',
    remedy: 'Look at what the endpoint returns, and pass its `signature` to `join`.',
  },
  'token-truncated': {
    title: 'The end of the token is missing',
    cause: 'A JWT has three parts and an HS256 MAC has 43 characters; here less arrived.',
    remedy: 'Look for a length limit on the way, such as a short database column or a cut URL.',
  },
}

/** Where each of them is told or was seen. */
export const tokenKindSources: Readonly<Record<TokenKindIssueCode, Sources>> = {
  'legacy-signature': [
    'changelog/platform/deadline-change-for-jwt-app-type-deprecation',
    'changelog/meeting-sdk/web/2.7.0',
    'measured/@zoom/meetingsdk@6.2.0',
  ],
  'legacy-signature-with-sdk-key': ['devforum/83251', 'measured/@zoom/meetingsdk@6.2.0'],
  'legacy-signature-raw-message': ['github/zoom/meetingsdk-web-sample@315cb91'],
  'legacy-signature-hex-mac': ['devforum/36563', 'github/zoom/meetingsdk-web-sample@398e6f8'],
  'legacy-key-only': ['https://marketplace.zoom.us/docs/sdk/native-sdks/web/signature/'],
  'legacy-hybrid': ['github/zoom/meetingsdk-web-sample@398e6f8', 'docs/meeting-sdk/auth'],
  'legacy-timestamp-invalid': ['devforum/4805', 'github/zoom/meetingsdk-web-sample#18'],
  'rest-jwt-app-token': ['measured/@zoom/meetingsdk@6.2.0', 'devforum/36563'],
  'video-sdk-token': ['measured/@zoom/meetingsdk@6.2.0', 'docs/video-sdk/auth'],
  'cobrowse-token': ['measured/@zoom/meetingsdk@6.2.0', 'docs/cobrowse-sdk/authorize'],
  'zoom-issued-token': ['measured/@zoom/meetingsdk@6.2.0', 'docs/meeting-sdk/auth'],
  'key-prefix-before-jwt': [
    'measured/@zoom/meetingsdk@6.2.0',
    'github/zoom/meetingsdk-web@0706b85',
  ],
  'not-a-signature': ['measured/@zoom/meetingsdk@6.2.0'],
  'token-truncated': ['rfc/7515', 'measured/@zoom/meetingsdk@6.2.0'],
}
