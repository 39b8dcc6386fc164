import { type Cited, citeClaims, citeRules } from './cite.ts'
import { lifetimeCitations } from './cross-rules.ts'
import { meetingSdkChecks, meetingSdkSigning } from './meeting-sdk-checks.ts'
import type { Citation, CrossRule, LifetimeRule } from './profile.ts'

function citeLifetime(): LifetimeRule {
  return {
    ...meetingSdkSigning.lifetime,
    meaning: 'Seconds from iat to exp.',
    sources: [
      'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
      'github/mieszko4/react-native-zoom-us#254',
      'devforum/77167',
    ],
  }
}

const citations: Readonly<Record<(typeof meetingSdkChecks.claims)[number]['claim'], Citation>> = {
  appKey: {
    meaning: 'SDK key or client ID; Web SDK 5 and later read only this one.',
    sources: ['github/zoom/meetingsdk-web@33e2d39', 'github/zoom/meetingsdk-web@0706b85'],
  },
  sdkKey: {
    meaning: 'The same key again, for SDKs before 5.0.0.',
    sources: ['docs/meeting-sdk/auth', 'github/zoom/meetingsdk-auth-endpoint-sample@159686b'],
  },
  mn: {
    meaning: 'Meeting or webinar number, digits only, the one that will be joined.',
    sources: ['docs/meeting-sdk/auth', 'measured/@zoom/meetingsdk@6.2.0'],
  },
  role: {
    meaning: '0 for a participant, 1 for the host or a co-host.',
    sources: ['docs/meeting-sdk/auth', 'github/zoom/meetingsdk-auth-endpoint-sample@159686b'],
  },
  iat: {
    meaning: 'When the token was issued, epoch seconds, not in the future.',
    sources: ['docs/meeting-sdk/auth', 'devforum/82045'],
  },
  exp: {
    meaning: 'When the token ends, epoch seconds.',
    sources: ['docs/meeting-sdk/auth'],
  },
  tokenExp: {
    meaning: 'When the session that the token opened ends, epoch seconds, not before exp.',
    sources: ['docs/meeting-sdk/auth', 'github/mieszko4/react-native-zoom-us#345'],
  },
  video_webrtc_mode: {
    meaning: '1 to carry video over WebRTC, web only.',
    sources: ['github/zoom/meetingsdk-auth-endpoint-sample@972c078'],
  },
}

function citeCrossRules(): readonly CrossRule[] {
  return citeRules(meetingSdkChecks.crossRules, {
    ...lifetimeCitations(lifetime),
    'key-mismatch': {
      meaning: 'appKey and sdkKey are the same',
      sources: ['measured/@zoom/meetingsdk@6.2.0', 'inferred'],
    },
    'token-exp-invalid': {
      meaning: 'tokenExp is not before exp',
      sources: ['github/mieszko4/react-native-zoom-us#345', 'devforum/97215'],
    },
  })
}

// Bundles that only sign or only read tokens drop the calls, and with them every citation; a spread or
// a member as an argument would stay.
const lifetime: LifetimeRule = /* #__PURE__ */ citeLifetime()
const crossRules: readonly CrossRule[] = /* #__PURE__ */ citeCrossRules()
const claims: Cited<typeof meetingSdkChecks.claims> = /* #__PURE__ */ (() =>
  citeClaims(meetingSdkChecks.claims, citations))()

/**
 * The JWT that the Meeting SDK takes as its `signature`: claims in the order of Zoom's own sample.
 * `appKey` and `sdkKey` are both signed, since Web SDK 5 reads the one and older SDKs the other.
 */
export const meetingSdk = {
  name: 'meeting-sdk',
  title: 'Meeting SDK JWT',
  lifetime: lifetime as LifetimeRule,
  crossRules: crossRules as readonly CrossRule[],
  claims: claims as typeof claims,
} as const
