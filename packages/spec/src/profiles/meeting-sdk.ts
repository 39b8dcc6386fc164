import type { Evidence } from '../issue.ts'
import { lifetimeRules } from './cross-rules.ts'
import type { CrossRule } from './profile.ts'

const lifetime = {
  input: 'expirationSeconds',
  meaning: 'Seconds from iat to exp.',
  default: 7200,
  minimum: 1801,
  maximum: 172800,
  refusedExactly: 1800,
  sources: [
    'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
    'github/mieszko4/react-native-zoom-us#254',
    'devforum/77167',
  ],
} as const

type Claims = Readonly<Record<string, unknown>>

const crossRules: readonly CrossRule[] = [
  ...lifetimeRules(lifetime),
  {
    name: 'one key',
    code: 'key-mismatch',
    meaning: 'appKey and sdkKey are the same',
    sources: ['measured/@zoom/meetingsdk@6.2.0', 'inferred'],
    broken: ({ appKey, sdkKey }: Claims): Evidence | undefined =>
      typeof appKey === 'string' && appKey && typeof sdkKey === 'string' && appKey !== sdkKey
        ? { field: 'sdkKey', seen: sdkKey, wanted: appKey }
        : undefined,
  },
  {
    name: 'the session outlives the token',
    code: 'token-exp-invalid',
    meaning: 'tokenExp is not before exp',
    sources: ['github/mieszko4/react-native-zoom-us#345', 'devforum/97215'],
    broken: ({ exp, tokenExp }: Claims): Evidence | undefined =>
      Number.isFinite(exp) && Number.isFinite(tokenExp) && (tokenExp as number) < (exp as number)
        ? { field: 'tokenExp', seen: String(tokenExp), wanted: `${exp} or later` }
        : undefined,
  },
]

/**
 * The JWT that the Meeting SDK takes as its `signature`: claims in the order of Zoom's own sample.
 * `appKey` and `sdkKey` are both signed, since Web SDK 5 reads the one and older SDKs the other.
 */
export const meetingSdk = {
  name: 'meeting-sdk',
  title: 'Meeting SDK JWT',
  lifetime: lifetime as typeof lifetime,
  crossRules: crossRules as readonly CrossRule[],
  claims: [
    {
      claim: 'appKey',
      kind: 'key',
      meaning: 'SDK key or client ID; Web SDK 5 and later read only this one.',
      required: { web: 'since 5.0.0', native: 'always' },
      codes: { missing: 'app-key-missing', invalid: 'app-key-missing' },
      sources: ['github/zoom/meetingsdk-web@33e2d39', 'github/zoom/meetingsdk-web@0706b85'],
    },
    {
      claim: 'sdkKey',
      kind: 'key',
      meaning: 'The same key again, for SDKs before 5.0.0.',
      required: 'optional',
      sources: ['docs/meeting-sdk/auth', 'github/zoom/meetingsdk-auth-endpoint-sample@159686b'],
    },
    {
      claim: 'mn',
      kind: 'digits',
      input: 'meetingNumber',
      maxLength: 12,
      meaning: 'Meeting or webinar number, digits only, the one that will be joined.',
      required: { web: 'always', native: 'optional' },
      codes: { missing: 'mn-missing', invalid: 'mn-not-digits' },
      sources: ['docs/meeting-sdk/auth', 'measured/@zoom/meetingsdk@6.2.0'],
    },
    {
      claim: 'role',
      kind: 'choice',
      input: 'role',
      values: [0, 1],
      names: ['participant', 'host'],
      textCode: 'role-as-string',
      meaning: '0 for a participant, 1 for the host or a co-host.',
      required: { web: 'always', native: 'optional' },
      codes: { missing: 'role-invalid', invalid: 'role-invalid' },
      sources: ['docs/meeting-sdk/auth', 'github/zoom/meetingsdk-auth-endpoint-sample@159686b'],
    },
    {
      claim: 'iat',
      kind: 'issued-at',
      meaning: 'When the token was issued, epoch seconds, not in the future.',
      required: 'always',
      sources: ['docs/meeting-sdk/auth', 'devforum/82045'],
    },
    {
      claim: 'exp',
      kind: 'expiry',
      meaning: 'When the token ends, epoch seconds.',
      required: 'always',
      sources: ['docs/meeting-sdk/auth'],
    },
    {
      claim: 'tokenExp',
      kind: 'expiry',
      meaning: 'When the session that the token opened ends, epoch seconds, not before exp.',
      required: { web: 'optional', native: 'always' },
      codes: { missing: 'token-exp-invalid', invalid: 'time-not-integer' },
      sources: ['docs/meeting-sdk/auth', 'github/mieszko4/react-native-zoom-us#345'],
    },
    {
      claim: 'video_webrtc_mode',
      kind: 'choice',
      input: 'videoWebRtcMode',
      optional: true,
      values: [0, 1],
      names: ['off', 'on'],
      meaning: '1 to carry video over WebRTC, web only.',
      required: 'optional',
      sources: ['github/zoom/meetingsdk-auth-endpoint-sample@972c078'],
    },
  ],
} as const
