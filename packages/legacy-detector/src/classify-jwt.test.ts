import { describe, expect, test } from 'vitest'
import { classifyJwt } from './classify-jwt.ts'
import type { JsonObject, JwtDetection } from './detection.ts'

type Kind = JwtDetection['kind']
type Row = readonly [kind: Kind, claims: JsonObject, header?: JsonObject]

const hs256 = { alg: 'HS256', typ: 'JWT' }

function expectKinds(rows: readonly Row[]): void {
  test.each(rows.map(([kind, claims, header = hs256]) => ({ kind, claims, header })))(
    '$kind: $claims $header',
    ({ kind, claims, header }) => {
      expect(classifyJwt(claims, header)).toBe(kind)
    },
  )
}

describe('one claim that only the Meeting SDK reads is enough', () => {
  expectKinds([
    ['meeting-sdk', { iss: 'me', exp: 1, appKey: 'k' }],
    ['meeting-sdk', { iss: 'me', exp: 1, sdkKey: 'k' }],
    ['meeting-sdk', { iss: 'me', exp: 1, mn: '1' }],
    ['meeting-sdk', { iss: 'me', exp: 1, tokenExp: 1 }],
    ['meeting-sdk', { iss: 'me', exp: 1, role: 0 }],
    ['meeting-sdk', { iat: 1, exp: 2, role: 0 }],
    ['meeting-sdk', { appKey: 'k', exp: 1, tokenExp: 1 }],
    ['meeting-sdk', { mn: '1', role: 0, iat: 1, exp: 2 }],
  ])
})

describe('so is one under a name that is nearly right', () => {
  expectKinds([
    ['meeting-sdk', { sdk_key: 'k', iat: 1, exp: 2 }],
    ['meeting-sdk', { meetingNumber: '1', iat: 1, exp: 2 }],
    ['meeting-sdk', { api_key: 'k', meetingNumber: '1', role: 0 }],
    ['meeting-sdk', { app_key: 'k', meetingNumber: '1' }],
    ['meeting-sdk', { app_key: 'k', meeting_number: '1' }],
    ['other-jwt', { meeting: '1', iat: 1, exp: 2 }],
  ])
})

describe('a session name makes it a Video SDK JWT, unless a meeting number is beside it', () => {
  expectKinds([
    ['video-sdk', { app_key: 'k', tpc: 'room', role_type: 1, version: 1 }],
    ['video-sdk', { app_key: 'k', tpc: 'room', user_id: 'u' }],
    ['video-sdk', { sdkKey: 'k', tpc: 'room' }],
    ['video-sdk', { iss: 'me', exp: 1, tpc: 'room' }],
    ['meeting-sdk', { sdkKey: 'k', tpc: 'room', mn: '1' }],
  ])
})

describe('app_key without a session name: who joins tells Cobrowse from Video SDK', () => {
  expectKinds([
    ['cobrowse', { app_key: 'k', role_type: 2, user_id: 'u', user_name: 'n' }],
    ['cobrowse', { app_key: 'k', role_type: 1, user_id: 'u' }],
    ['cobrowse', { app_key: 'k', role_type: 2 }],
    ['video-sdk', { app_key: 'k', role_type: 1 }],
    ['video-sdk', { app_key: 'k', version: 1, user_identity: 'u', pwd: 'x' }],
    ['meeting-sdk', { app_key: 'k', mn: '1', role: 0 }],
    ['other-jwt', { user_id: 'u' }],
  ])
})

describe('Zoom’s access tokens are told by issuer, audience or header', () => {
  expectKinds([
    ['zoom-access-token', { ver: 9, iss: 'zm:cid:a', aud: 'https://oauth.zoom.us' }],
    ['zoom-access-token', { iss: 'zm:cid:a', aud: 'elsewhere' }],
    ['zoom-access-token', { iss: 'me', aud: 'https://oauth.zoom.us' }],
    ['zoom-access-token', { iss: 'me' }, { ...hs256, sv: '000001' }],
    ['rest-jwt-app', { iss: 'me:zm:', exp: 1 }],
    ['rest-jwt-app', { iss: 'me', aud: 'oauth.zoom.us.example.org' }],
    ['rest-jwt-app', { iss: 'me', aud: ['https://oauth.zoom.us'] }],
    ['rest-jwt-app', { iss: 'me' }, { ...hs256, sv: '' }],
    ['rest-jwt-app', { iss: 'me' }, { ...hs256, sv: 1 }],
  ])
})

describe('an OBF token is told where it names itself', () => {
  expectKinds([
    ['obf', { typ: 'onbehalf', iss: 'web', aud: 'clientsm' }],
    ['obf', { typ: 'on_behalf_of', iss: 'web', aud: 'clientsm' }],
    ['obf', { type: 'OBF', iss: 'me' }],
    ['zak', { typ: 'zak, not obf', iss: 'web', aud: 'clientsm' }],
    ['rest-jwt-app', { typ: 'no obf', iss: 'me' }],
  ])
})

describe('a ZAK is told by one of its claims, its header, or issuer and audience together', () => {
  expectKinds([
    ['zak', { aud: 'client', uid: 'u', iss: 'web', sty: 100, stk: 's' }],
    ['zak', { iss: 'me' }, { ...hs256, zm_skm: 'zm_o2m' }],
    ['zak', { iss: 'me', zmk: 'z' }],
    ['zak', { iss: 'me', stk: 's' }],
    ['zak', { iss: 'me', sty: 100 }],
    ['zak', { iss: 'web', aud: 'clientsm' }],
    ['rest-jwt-app', { iss: 'web', aud: 'my client' }],
    ['rest-jwt-app', { iss: 'me', aud: 'clientsm' }],
    ['rest-jwt-app', { iss: 'me' }, { ...hs256, zm_skm: '' }],
  ])
})

describe('an issuer without a role is a REST token', () => {
  expectKinds([
    ['rest-jwt-app', { iss: 'k', exp: 1 }],
    ['rest-jwt-app', { aud: null, iss: 'k', exp: 1, iat: 0 }],
    ['other-jwt', { exp: 1 }],
  ])
})

describe('all else names no product of Zoom', () => {
  expectKinds([
    ['other-jwt', { sub: '1', name: 'John Doe', iat: 1 }],
    ['other-jwt', {}],
  ])

  test('nor do claims that cannot be read', () => {
    expect(classifyJwt(undefined, hs256)).toBe('other-jwt')
    expect(classifyJwt(undefined, { ...hs256, sv: '000001' })).toBe('other-jwt')
  })

  test('nor do claims that only their prototype has', () => {
    expect(classifyJwt(Object.create({ appKey: 'k' }) as JsonObject, hs256)).toBe('other-jwt')
  })
})
