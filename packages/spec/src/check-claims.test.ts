import { expect, test } from 'vitest'
import { checkClaims } from './check-claims.ts'
import { cobrowse } from './profiles/cobrowse.ts'
import { meetingSdk } from './profiles/meeting-sdk.ts'
import { videoSdk } from './profiles/video-sdk.ts'

const sound = {
  appKey: 'xu3JPaA_RJW2-9l5_HAaLA',
  sdkKey: 'xu3JPaA_RJW2-9l5_HAaLA',
  mn: '84512367890',
  role: 0,
  iat: 1_700_000_000,
  exp: 1_700_007_200,
  tokenExp: 1_700_007_200,
}

function codesOf(claims: Record<string, unknown>): readonly string[] {
  return checkClaims(meetingSdk, claims).map((issue) => issue.code)
}

test.each([
  ['every claim', sound],
  ['no sdkKey, as from Web SDK 5 on', { ...sound, sdkKey: undefined }],
  ['the number as a number', { ...sound, mn: 84_512_367_890 }],
  ['the number 0', { ...sound, mn: 0 }],
  ['WebRTC asked for', { ...sound, video_webrtc_mode: 1 }],
  ['a claim that Zoom does not know', { ...sound, jti: 'x' }],
  ['tokenExp after exp', { ...sound, tokenExp: sound.exp + 3600 }],
])('sound: %s', (_, claims) => {
  expect(codesOf(claims)).toEqual([])
})

test.each([
  [{ appKey: undefined }, ['app-key-missing']],
  [{ appKey: '' }, ['app-key-missing']],
  [{ appKey: 12345 }, ['app-key-missing']],
  [{ sdkKey: 'another' }, ['key-mismatch']],
  [{ mn: undefined }, ['mn-missing']],
  [{ mn: '845 1236 7890' }, ['mn-not-digits']],
  [{ mn: '8451236789012' }, ['mn-not-digits']],
  [{ mn: -1 }, ['mn-not-digits']],
  [{ role: undefined }, ['role-invalid']],
  [{ role: '1' }, ['role-as-string']],
  [{ role: true }, ['role-invalid']],
  [{ role: 5 }, ['role-invalid']],
  [{ iat: undefined }, ['time-missing']],
  [{ exp: '1700007200' }, ['time-not-integer']],
  // Ten minutes after `iat`: a lifetime is not read out of text.
  [{ exp: '1700000600' }, ['time-not-integer']],
  [{ iat: '1700007199' }, ['time-not-integer']],
  [{ iat: 1_700_000_000.5 }, ['time-not-integer']],
  [{ tokenExp: undefined }, ['token-exp-invalid']],
  [{ tokenExp: sound.exp - 1 }, ['token-exp-invalid']],
  [{ exp: sound.iat + 600, tokenExp: sound.iat + 600 }, ['lifetime-too-short']],
  [{ exp: sound.iat + 1800, tokenExp: sound.iat + 1800 }, ['lifetime-at-minimum']],
  [{ exp: sound.iat + 172_801, tokenExp: sound.iat + 172_801 }, ['lifetime-too-long']],
  [{ video_webrtc_mode: '1' }, ['claim-invalid']],
])('%j is %j', (change, codes) => {
  expect(codesOf({ ...sound, ...change })).toEqual(codes)
})

test('evidence names the claim, what is there and what should be', () => {
  expect(checkClaims(meetingSdk, { ...sound, mn: '845-12' })).toEqual([
    {
      code: 'mn-not-digits',
      evidence: [{ field: 'mn', seen: '"845-12"', wanted: '1 to 12 digits' }],
    },
  ])
})

test('a text claim of another type with a length is no text', () => {
  const claims = { app_key: 'k', role_type: 1, tpc: ['x'], iat: sound.iat, exp: sound.exp }
  expect(checkClaims(videoSdk, { ...claims, geo_regions: ['US'] })).toMatchObject([
    { code: 'claim-invalid', evidence: [{ field: 'tpc', seen: 'an array' }] },
    { code: 'claim-invalid', evidence: [{ field: 'geo_regions', seen: 'an array' }] },
  ])
})

test('claims that are only inherited do not count', () => {
  expect(checkClaims(meetingSdk, Object.create(sound)).map((issue) => issue.code)).toContain(
    'mn-missing',
  )
})

test('the other profiles are held against their own rows', () => {
  const times = { iat: sound.iat, exp: sound.exp }
  expect(
    checkClaims(videoSdk, { app_key: 'k', role_type: 1, tpc: 'x', version: 1, ...times }),
  ).toEqual([])
  expect(
    checkClaims(videoSdk, { app_key: 'k', role_type: 2, tpc: '', geo_regions: 'US,XX', ...times }),
  ).toMatchObject([
    { code: 'claim-invalid', evidence: [{ field: 'role_type' }] },
    { code: 'claim-missing', evidence: [{ field: 'tpc' }] },
    { code: 'claim-invalid', evidence: [{ field: 'geo_regions' }] },
  ])
  expect(checkClaims(cobrowse, { app_key: 'k', role_type: 2, user_id: 'u', ...times })).toEqual([])
})
