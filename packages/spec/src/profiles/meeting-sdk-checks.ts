import { type LifetimeCode, lifetimeChecks } from './cross-rules.ts'
import type { CrossCheck } from './profile.ts'

export const minimum = 1801
export const maximum = 172800
/** The lifetime that the documentation allows and some SDKs refuse. */
export const refusedExactly = 1800

type Code = LifetimeCode | 'key-mismatch' | 'token-exp-invalid'

const crossRules: readonly CrossCheck<Code>[] = [
  ...lifetimeChecks({ minimum, maximum, refusedExactly }),
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

/**
 * What a Meeting SDK payload is held against, without the words: a module of its own, for bundles
 * that do no more than read tokens.
 */
export const meetingSdkChecks: {
  readonly claims: typeof claims
  readonly crossRules: readonly CrossCheck<Code>[]
} = { claims, crossRules }
