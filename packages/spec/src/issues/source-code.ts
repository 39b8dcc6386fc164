import type { Sources } from '../source.ts'
import type { IssueWords } from './issue-entry.ts'

export type SourceCodeIssueCode =
  | 'legacy-hmac-code'
  | 'generate-signature-call'
  | 'generate-sdk-signature-call'
  | 'api-key-in-join'
  | 'sdk-key-in-join'
  | 'secret-in-frontend'
  | 'rest-jwt-app-code'
  | 'legacy-package'
  | 'legacy-env-name'
  | 'meeting-jwt-app-key-missing'
  | 'meeting-jwt-milliseconds'
  | 'meeting-jwt-lifetime'
  | 'meeting-jwt-role-string'
  | 'meeting-jwt-encoding'

/** What a scan finds in source code; each code is a SARIF rule id. */
export const sourceCodeIssues: Readonly<Record<SourceCodeIssueCode, IssueWords>> = {
  'legacy-hmac-code': {
    title: 'This code makes the old base64 HMAC signature',
    cause: 'JWT apps ended in September 2023, and Web SDK 2.7.0 and later take only a JWT.',
    remedy: 'Sign a Meeting SDK JWT with HS256; run `sigshift migrate` to see the rewrite.',
  },
  'generate-signature-call': {
    title: '`ZoomMtg.generateSignature` makes the old signature',
    cause: "It is gone from the SDK's types since 2.8.0, and it puts the API secret on the page.",
    remedy: 'Fetch the signature from your own endpoint, and revoke the secret.',
  },
  'generate-sdk-signature-call': {
    title: '`ZoomMtg.generateSDKSignature` was removed',
    cause: 'It is gone since Web SDK 3.12.0, and it puts the SDK secret on the page.',
    remedy: 'Fetch the signature from your own endpoint, and rotate the secret.',
  },
  'api-key-in-join': {
    title: '`apiKey` is passed to `join`',
    cause: "Web SDK 2.7.0 removed it; with it in `join` today's SDK stops before it asks Zoom.",
    remedy: 'Remove `apiKey` from `join`; the key is the claim `appKey` of the signature.',
  },
  'sdk-key-in-join': {
    title: '`sdkKey` is passed to `join`',
    cause:
      'Since Web SDK 4.0.0 the signature carries the key; Zoom announces errors for later versions.',
    remedy: 'Remove `sdkKey` from `join` where Web SDK 4.0.0 or later runs; 3.x still needs it.',
  },
  'secret-in-frontend': {
    title: 'A secret is in code that ships to users',
    cause: 'Whoever loads the page or app can read it and sign for any meeting and role.',
    remedy: 'Sign on a server, rotate the secret, and remove it from the page and its build.',
  },
  'rest-jwt-app-code': {
    title: 'This code makes a REST token of the retired JWT app type',
    cause: 'JWT apps were deactivated after 2023-09-08. A Build platform token looks the same.',
    remedy: 'Use Server-to-Server OAuth for the REST API; leave Build platform tokens as they are.',
  },
  'legacy-package': {
    title: 'The Zoom SDK package or version is out of date',
    cause: 'Since 3.1.0 the package is `@zoom/meetingsdk`, and Zoom sets a minimum version.',
    remedy: 'Install `@zoom/meetingsdk`, and sign `appKey`, which 5.0.0 and later require.',
  },
  'legacy-env-name': {
    title: 'A variable is named after the retired JWT app type',
    cause: "Zoom's HMAC sample used `ZOOM_JWT_API_KEY`; the name asks for the wrong credentials.",
    remedy: 'Name the pair `ZOOM_MEETING_SDK_KEY` and `ZOOM_MEETING_SDK_SECRET`.',
  },
  'meeting-jwt-app-key-missing': {
    title: 'This code signs a Meeting SDK JWT without `appKey`',
    cause: 'Since Web SDK 5.0.0 the signature must carry `appKey`; `sdkKey` alone is not enough.',
    remedy: 'Add `appKey` with the value of `sdkKey` to the claims.',
  },
  'meeting-jwt-milliseconds': {
    title: 'This code signs times in milliseconds',
    cause: '`iat`, `exp` and `tokenExp` are epoch seconds; milliseconds lie far in the future.',
    remedy: 'Sign seconds: `Math.floor(Date.now() / 1000)`, and add the lifetime in seconds.',
  },
  'meeting-jwt-lifetime': {
    title: 'This code signs a lifetime that Zoom does not take',
    cause: 'From `iat` to `exp` Zoom takes 1800 to 172800 seconds; some SDKs refuse exactly 1800.',
    remedy: 'Sign `exp` = `iat` + 7200 with both in epoch seconds.',
  },
  'meeting-jwt-role-string': {
    title: 'This code signs `role` as text',
    cause: "Zoom's own sample signs a number; whether text is taken is not documented.",
    remedy: 'Sign `role` as the number 0 or 1.',
  },
  'meeting-jwt-encoding': {
    title: 'This code encodes the JWT in a wrong way',
    cause: 'The parts are base64url without padding, and the MAC covers the first two as sent.',
    remedy: 'Use a JWT library, or base64url for all three parts and the raw digest for the MAC.',
  },
}

/** Where each of them is told or was seen. */
export const sourceCodeSources: Readonly<Record<SourceCodeIssueCode, Sources>> = {
  'legacy-hmac-code': [
    'changelog/platform/deadline-change-for-jwt-app-type-deprecation',
    'changelog/meeting-sdk/web/2.7.0',
    'devforum/83251',
  ],
  'generate-signature-call': [
    'github/zoom/meetingsdk-web@1f17d66',
    'github/zoom/meetingsdk-web-sample@398e6f8',
  ],
  'generate-sdk-signature-call': [
    'github/zoom/meetingsdk-web@73dac0c',
    'github/zoom/meetingsdk-web-sample#109',
  ],
  'api-key-in-join': ['changelog/meeting-sdk/web/2.7.0', 'measured/@zoom/meetingsdk@6.2.0'],
  'sdk-key-in-join': [
    'github/zoom/meetingsdk-web@0706b85',
    'docs/meeting-sdk/sdk-key-migration',
    'measured/@zoom/meetingsdk@6.2.0',
  ],
  'secret-in-frontend': [
    'github/zoom/meetingsdk-web-sample@398e6f8',
    'github/zoom/meetingsdk-web-sample@c70ecce',
  ],
  'rest-jwt-app-code': [
    'changelog/platform/deadline-change-for-jwt-app-type-deprecation',
    'docs/internal-apps/jwt-app-migration',
  ],
  'legacy-package': ['github/zoom/meetingsdk-web@9b519c3', 'npm/@zoomus/websdk@2.18.3'],
  'legacy-env-name': [
    'github/zoom/meetingsdk-auth-endpoint-sample@31e3170',
    'github/zoom/meetingsdk-auth-endpoint-sample@11a0441',
  ],
  'meeting-jwt-app-key-missing': [
    'github/zoom/meetingsdk-web@33e2d39',
    'github/zoom/meetingsdk-web@0706b85',
    'measured/@zoom/meetingsdk@6.2.0',
  ],
  'meeting-jwt-milliseconds': ['devforum/83251', 'docs/meeting-sdk/auth', 'rfc/7519'],
  'meeting-jwt-lifetime': [
    'docs/meeting-sdk/auth',
    'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
    'github/mieszko4/react-native-zoom-us#254',
  ],
  'meeting-jwt-role-string': [
    'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
    'docs/meeting-sdk/auth',
  ],
  'meeting-jwt-encoding': ['rfc/7515', 'devforum/93507'],
}
