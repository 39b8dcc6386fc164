import { type Cited, citeClaims, citeRules } from './cite.ts'
import { type LifetimeCode, lifetimeChecks, lifetimeCitations } from './cross-rules.ts'
import type { Citation, CrossCheck, CrossRule, Lifetime, LifetimeRule } from './profile.ts'

const seconds: Lifetime = {
  input: 'expirationSeconds',
  default: 7200,
  minimum: 1801,
  maximum: 172800,
  // The documentation allows it and some SDKs refuse it.
  refusedExactly: 1800,
}

/** Claims in the order of Zoom's own sample. */
const checks = [
  {
    claim: 'appKey',
    kind: 'key',
    required: { web: 'since 5.0.0', native: 'always' },
    codes: { missing: 'app-key-missing', invalid: 'app-key-missing' },
  },
  { claim: 'sdkKey', kind: 'key', required: 'optional' },
  {
    claim: 'mn',
    kind: 'digits',
    input: 'meetingNumber',
    maxLength: 12,
    required: { web: 'always', native: 'optional' },
    codes: { missing: 'mn-missing', invalid: 'mn-not-digits' },
  },
  {
    claim: 'role',
    kind: 'choice',
    input: 'role',
    values: [0, 1],
    names: ['participant', 'host'],
    textCode: 'role-as-string',
    required: { web: 'always', native: 'optional' },
    codes: { missing: 'role-invalid', invalid: 'role-invalid' },
  },
  { claim: 'iat', kind: 'issued-at', required: 'always' },
  { claim: 'exp', kind: 'expiry', required: 'always' },
  {
    claim: 'tokenExp',
    kind: 'expiry',
    required: { web: 'optional', native: 'always' },
    codes: { missing: 'token-exp-invalid', invalid: 'time-not-integer' },
  },
  {
    claim: 'video_webrtc_mode',
    kind: 'choice',
    input: 'videoWebRtcMode',
    optional: true,
    values: [0, 1],
    names: ['off', 'on'],
    required: 'optional',
  },
] as const

type Code = LifetimeCode | 'key-mismatch' | 'token-exp-invalid'

function createCrossChecks(): readonly CrossCheck<Code>[] {
  return [
    ...lifetimeChecks(seconds),
    {
      code: 'key-mismatch',
      broken: ({ appKey, sdkKey }) =>
        typeof appKey === 'string' && appKey && typeof sdkKey === 'string' && appKey !== sdkKey
          ? { field: 'sdkKey', seen: sdkKey, wanted: appKey }
          : undefined,
    },
    {
      code: 'token-exp-invalid',
      broken: ({ exp, tokenExp }) =>
        Number.isFinite(exp) && Number.isFinite(tokenExp) && (tokenExp as number) < (exp as number)
          ? { field: 'tokenExp', seen: String(tokenExp), wanted: `${exp} or later` }
          : undefined,
    },
  ]
}

// Bundles that only sign drop the call, and with it every rule over more than one claim.
const crossChecks: readonly CrossCheck<Code>[] = /* #__PURE__ */ createCrossChecks()

/** What signing a Meeting SDK JWT needs, without the words: for bundles that do no more than sign. */
export const meetingSdkSigning: {
  readonly lifetime: Lifetime
  readonly claims: typeof checks
} = { lifetime: seconds, claims: checks }

/** What a Meeting SDK payload is held against, without the words: for bundles that do no more than read tokens. */
export const meetingSdkChecks: {
  readonly claims: typeof checks
  readonly crossRules: readonly CrossCheck<Code>[]
} = { claims: checks, crossRules: crossChecks }

function citeLifetime(): LifetimeRule {
  return {
    ...seconds,
    meaning: 'Seconds from iat to exp.',
    sources: [
      'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
      'github/mieszko4/react-native-zoom-us#254',
      'devforum/77167',
    ],
  }
}

const citations: Readonly<Record<(typeof checks)[number]['claim'], Citation>> = {
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
  return citeRules(crossChecks, {
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
const claims: Cited<typeof checks> = /* #__PURE__ */ (() => citeClaims(checks, citations))()

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
