import { lifetimeRules } from './cross-rules.ts'
import type { CrossRule } from './profile.ts'

const lifetime = {
  input: 'expirationSeconds',
  meaning: 'Seconds from iat to exp.',
  default: 7200,
  minimum: 1800,
  maximum: 172800,
  sources: ['docs/cobrowse-sdk/authorize', 'github/zoom/cobrowsesdk-auth-endpoint-sample@0afe1d3'],
} as const

/** The JWT of Zoom's Cobrowse SDK. */
export const cobrowse = {
  name: 'cobrowse',
  title: 'Cobrowse SDK JWT',
  lifetime: lifetime as typeof lifetime,
  crossRules: /* #__PURE__ */ lifetimeRules(lifetime) as readonly CrossRule[],
  claims: [
    {
      claim: 'app_key',
      kind: 'key',
      meaning: 'Cobrowse SDK key.',
      required: 'always',
      sources: ['docs/cobrowse-sdk/authorize'],
    },
    {
      claim: 'role_type',
      kind: 'choice',
      input: 'role',
      values: [1, 2],
      names: ['customer', 'agent'],
      meaning: '1 for the customer, 2 for the agent.',
      required: 'always',
      sources: ['docs/cobrowse-sdk/authorize'],
    },
    {
      claim: 'user_id',
      kind: 'text',
      input: 'userId',
      minLength: 1,
      maxLength: 35,
      meaning: 'Your own identifier of the user.',
      required: 'always',
      sources: ['docs/cobrowse-sdk/authorize'],
    },
    {
      claim: 'user_name',
      kind: 'text',
      input: 'userName',
      optional: true,
      minLength: 1,
      maxLength: 80,
      meaning: 'The name shown to the other side.',
      required: 'optional',
      sources: ['docs/cobrowse-sdk/authorize'],
    },
    {
      claim: 'enable_byop',
      kind: 'choice',
      input: 'enableByop',
      optional: true,
      values: [0, 1],
      names: ['off', 'on'],
      meaning: '1 where you bring your own PIN.',
      required: 'optional',
      sources: ['docs/cobrowse-sdk/authorize'],
    },
    {
      claim: 'iat',
      kind: 'issued-at',
      meaning: 'When the token was issued, epoch seconds.',
      required: 'always',
      sources: ['docs/cobrowse-sdk/authorize'],
    },
    {
      claim: 'exp',
      kind: 'expiry',
      meaning: 'When the token ends, epoch seconds.',
      required: 'always',
      sources: ['docs/cobrowse-sdk/authorize'],
    },
  ],
} as const
