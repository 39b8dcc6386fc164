import type { Sources } from '../source.ts'
import type { IssueWords } from './issue-entry.ts'

export type IntegrationIssueCode =
  | 'signature-undefined'
  | 'signature-not-a-string'
  | 'wrong-credential-type'
  | 'meeting-sdk-not-enabled'
  | 'app-not-published'
  | 'key-blocked-by-host'
  | 'gov-cloud-mismatch'
  | 'host-of-other-account'
  | 'host-not-found'
  | 'meeting-not-found'
  | 'no-permission'
  | 'zak-or-obf-refused'
  | 'join-number-invalid'
  | 'user-name-empty'
  | 'passcode-wrong'
  | 'sdk-key-missing-in-join'
  | 'info-request-failed'
  | 'info-answer-not-json'
  | 'unknown-server-answer'
  | 'sdk-version-unsupported'
  | 'zoom-intermittent'

/** A join that fails for a reason that the token does not show. */
export const integrationIssues: Readonly<Record<IntegrationIssueCode, IssueWords>> = {
  'signature-undefined': {
    title: '`join` got no signature',
    cause:
      'The endpoint failed, its answer was not parsed, or the member has another name; the SDK throws at `split`.',
    remedy: 'Check the status of the response, parse it and pass its `signature` to `join`.',
  },
  'signature-not-a-string': {
    title: 'The signature given to `join` is not a string',
    cause:
      'It is a promise without `await`, the whole response object, a number or a function; the SDK throws at `split`.',
    remedy: 'Await the answer and pass the string: `const { signature } = await response.json()`.',
  },
  'wrong-credential-type': {
    title: 'The credentials are of another kind of app',
    cause:
      'Credentials of a Server-to-Server OAuth or JWT app do not sign for the Meeting SDK; Zoom answers 3712.',
    remedy: 'Use the client ID and secret of a General app with Features, Embed, Meeting SDK on.',
  },
  'meeting-sdk-not-enabled': {
    title: 'The Meeting SDK is not switched on for the app',
    cause:
      'The switch under Features, Embed is off, or the app or key is deactivated; the SDK shows 3712 or 3710.',
    remedy: 'Open the app in the Marketplace and turn on Features, Embed, Meeting SDK.',
  },
  'app-not-published': {
    title: 'The app is not reviewed for meetings of other accounts',
    cause:
      'Before its review an app joins only meetings of its own account; else SDKs show 4011, 200, 63 or 6601.',
    remedy: 'Submit the app for review and sign with its production credentials.',
  },
  'key-blocked-by-host': {
    title: 'The account of the host blocks this SDK key',
    cause: 'An admin of the account that owns the meeting has blocked the key; the SDK shows 6603.',
    remedy: 'Ask the admin of that account to allow the app.',
  },
  'gov-cloud-mismatch': {
    title: 'The key belongs to the other Zoom cloud',
    cause: 'Zoom for Government needs a key of its own marketplace, used on `www.zoomgov.com`.',
    remedy: 'Take the key from the marketplace of the cloud that you join, and set `webEndpoint`.',
  },
  'host-of-other-account': {
    title: 'Role 1 was signed for a meeting of another account',
    cause:
      'Zoom answers that the caller cannot be host there; the SDK shows 3711 with a text about hosting twice.',
    remedy: 'Sign `role` 0, or start the meeting with the ZAK of its own host.',
  },
  'host-not-found': {
    title: 'Zoom does not find the host of the meeting',
    cause:
      'The SDK shows 3709; the user or account of the host may be gone, or be on another Zoom cloud.',
    remedy: 'Check that the host still exists, or create the meeting under another user.',
  },
  'meeting-not-found': {
    title: 'Zoom does not find the meeting',
    cause: 'The number is wrong or the meeting was deleted; SDKs show 3703, 3706, 3707 or 3610.',
    remedy: 'Take the number from the Zoom API or the invitation, digits only.',
  },
  'no-permission': {
    title: 'Zoom answered "No permission"',
    cause: 'The SDK shows 3713 without a reason; the app may not be allowed for this meeting.',
    remedy: "Try a meeting of the app's own account; if that works, have the app reviewed.",
  },
  'zak-or-obf-refused': {
    title: 'The ZAK or OBF token is missing or was refused',
    cause:
      'It is absent, expired or for another meeting, or both were given; SDKs show 3265, 3623, 4012 or 4013.',
    remedy: 'Fetch a fresh token for this user and join; pass `obfToken` or `zak`, not both.',
  },
  'join-number-invalid': {
    title: 'The `meetingNumber` given to `join` is not bare digits',
    cause:
      'The client view stops with 4003 at more than 12 characters; the component view sends it as it is.',
    remedy: 'Pass the digits alone, the same as in `mn`.',
  },
  'user-name-empty': {
    title: 'The `userName` given to `join` is empty or too long',
    cause: 'The SDK stops before it asks Zoom; the client view shows 4003, its limit is 128.',
    remedy: 'Pass a name of 1 to 128 characters.',
  },
  'passcode-wrong': {
    title: 'The passcode is wrong or was not passed',
    cause: 'Zoom answers 3004. The client view reads `passWord`, the component view `password`.',
    remedy: 'Pass the passcode of the meeting under the name that the view reads.',
  },
  'sdk-key-missing-in-join': {
    title: 'SDK 3.x needs `sdkKey` in `join`',
    cause:
      'Before 4.0.0 the web SDK did not read the key from the signature; without it the SDK stops with 4003.',
    remedy: 'Update to 6.x, or pass `sdkKey` to `join`.',
  },
  'info-request-failed': {
    title: 'The request to `wc/info` failed',
    cause:
      'It was blocked, offline, or answered by HTTP 4xx or 5xx; the SDK shows 1 or -3000 and no reason.',
    remedy: 'Look at `wc/info` in the network panel; let proxy, firewall and CSP pass `zoom.us`.',
  },
  'info-answer-not-json': {
    title: 'The answer to `wc/info` is not JSON',
    cause:
      'A proxy or login page may have answered; the promise of `join` in the component view never settles.',
    remedy: 'Read the answer in the network panel, and let the proxy pass `zoom.us`.',
  },
  'unknown-server-answer': {
    title: 'Zoom gave a reason that the SDK does not know',
    cause: 'The SDK then shows 1 or 200, "Fail to join the meeting.", and hides the reason.',
    remedy:
      "Read `result` of the client view's error, or the `wc/info` answer in the network panel.",
  },
  'sdk-version-unsupported': {
    title: 'Zoom no longer takes this SDK version',
    cause: 'Zoom sets a minimum version for its SDKs; the SDK shows 10000.',
    remedy: 'Update `@zoom/meetingsdk` to the latest version.',
  },
  'zoom-intermittent': {
    title: 'Zoom now and then refuses a token that it took before',
    cause: 'Reported with 3712 and no cause found; an `iat` slightly in the future looks the same.',
    remedy: 'Sign `iat` = now - 60 and retry once with a new token; then report it to Zoom.',
  },
}

/** Where each of them is told or was seen. */
export const integrationSources: Readonly<Record<IntegrationIssueCode, Sources>> = {
  'signature-undefined': ['measured/@zoom/meetingsdk@6.2.0'],
  'signature-not-a-string': ['measured/@zoom/meetingsdk@6.2.0', 'devforum/4005'],
  'wrong-credential-type': ['devforum/97215', 'docs/meeting-sdk/get-credentials'],
  'meeting-sdk-not-enabled': [
    'devforum/114958',
    'docs/meeting-sdk/get-credentials',
    'docs/meeting-sdk/web/error-codes',
  ],
  'app-not-published': [
    'devforum/106590',
    'devforum/139281',
    'github/mieszko4/react-native-zoom-us#360',
    'docs/meeting-sdk/sdk-key-migration',
  ],
  'key-blocked-by-host': ['npm/@zoom/meetingsdk@6.2.0'],
  'gov-cloud-mismatch': ['github/zoom/meetingsdk-web@5973b6b'],
  'host-of-other-account': ['measured/@zoom/meetingsdk@6.2.0', 'docs/meeting-sdk/auth'],
  'host-not-found': ['measured/@zoom/meetingsdk@6.2.0', 'docs/meeting-sdk/web/error-codes'],
  'meeting-not-found': ['measured/@zoom/meetingsdk@6.2.0', 'docs/meeting-sdk/web/error-codes'],
  'no-permission': ['measured/@zoom/meetingsdk@6.2.0'],
  'zak-or-obf-refused': [
    'measured/@zoom/meetingsdk@6.2.0',
    'npm/@zoom/meetingsdk@6.2.0',
    'docs/meeting-sdk/obf-faq',
  ],
  'join-number-invalid': ['measured/@zoom/meetingsdk@6.2.0'],
  'user-name-empty': ['measured/@zoom/meetingsdk@6.2.0'],
  'passcode-wrong': ['measured/@zoom/meetingsdk@6.2.0', 'npm/@zoom/meetingsdk@6.2.0'],
  'sdk-key-missing-in-join': [
    'measured/@zoom/meetingsdk@3.13.2',
    'github/zoom/meetingsdk-web@0706b85',
  ],
  'info-request-failed': ['measured/@zoom/meetingsdk@6.2.0'],
  'info-answer-not-json': ['measured/@zoom/meetingsdk@6.2.0'],
  'unknown-server-answer': ['measured/@zoom/meetingsdk@6.2.0'],
  'sdk-version-unsupported': [
    'measured/@zoom/meetingsdk@6.2.0',
    'https://developers.zoom.us/blog/meeting-sdk-versioning/',
  ],
  'zoom-intermittent': ['devforum/97215', 'devforum/77667', 'devforum/82045'],
}
