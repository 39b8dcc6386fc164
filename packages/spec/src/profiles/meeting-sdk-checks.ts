import { type LifetimeCode, lifetimeChecks } from './cross-rules.ts'
import type { CrossCheck, Lifetime } from './profile.ts'

const lifetime: Lifetime = {
  input: 'expirationSeconds',
  default: 7200,
  minimum: 1801,
  maximum: 172800,
  // The documentation allows it and some SDKs refuse it.
  refusedExactly: 1800,
}

type Code = LifetimeCode | 'key-mismatch' | 'token-exp-invalid'

function createCrossRules(): readonly CrossCheck<Code>[] {
  return [
    ...lifetimeChecks(lifetime),
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
const crossRules: readonly CrossCheck<Code>[] = /* #__PURE__ */ createCrossRules()

const claims = [
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

/** What signing a Meeting SDK JWT needs, without the words: for bundles that do no more than sign. */
export const meetingSdkSigning: {
  readonly lifetime: Lifetime
  readonly claims: typeof claims
} = { lifetime, claims }

/** What a Meeting SDK payload is held against, without the words: for bundles that do no more than read tokens. */
export const meetingSdkChecks: {
  readonly claims: typeof claims
  readonly crossRules: readonly CrossCheck<Code>[]
} = { claims, crossRules }
