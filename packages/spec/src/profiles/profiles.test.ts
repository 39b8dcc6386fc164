import { expect, test } from 'vitest'
import { checkClaims } from '../check-claims.ts'
import { createInputParser } from '../parse-input.ts'
import { cobrowse } from './cobrowse.ts'
import { meetingSdk, meetingSdkChecks, meetingSdkSigning } from './meeting-sdk.ts'
import { videoSdk } from './video-sdk.ts'

const profiles = { meetingSdk, videoSdk, cobrowse }
const times = { iat: 1_700_000_000, exp: 1_700_007_200 }
const sound = {
  meetingSdk: {
    input: { meetingNumber: '84512367890', role: 0 },
    claims: { appKey: 'k', sdkKey: 'k', mn: '1', role: 0, ...times, tokenExp: times.exp },
  },
  videoSdk: {
    input: { sessionName: 'stand-up', role: 0 },
    claims: { app_key: 'k', role_type: 0, tpc: 'stand-up', version: 1, ...times },
  },
  cobrowse: {
    input: { role: 1, userId: 'ann' },
    claims: { app_key: 'k', role_type: 1, user_id: 'ann', ...times },
  },
}

const x = (length: number): string => 'x'.repeat(length)
const onOff = '0 (off) or 1 (on)'
const regions = 'AU,BR,CA,CN,DE,HK,IN,JP,MX,NL,SG,US'
const someRegions = `some of ${regions.replaceAll(',', ', ')}`

/** From Zoom's pages and samples: the member, its claim, what is taken, what is not, and what is wanted. */
const members: [keyof typeof profiles, string, string, unknown[], unknown[], string][] = [
  [
    'meetingSdk',
    'meetingNumber',
    'mn',
    ['1', '123456789012'],
    ['1234567890123', 'a'],
    '1 to 12 digits',
  ],
  ['meetingSdk', 'role', 'role', [0, 1], [2, 5, -1], '0 (participant) or 1 (host)'],
  ['meetingSdk', 'videoWebRtcMode', 'video_webrtc_mode', [0, 1], [2, null], onOff],
  ['videoSdk', 'role', 'role_type', [0, 1], [2], '0 (participant) or 1 (host)'],
  ['videoSdk', 'sessionName', 'tpc', ['x', x(200)], [x(201), 7], 'text of 1 to 200 characters'],
  [
    'videoSdk',
    'userIdentity',
    'user_identity',
    ['x', x(35)],
    [x(36)],
    'text of 1 to 35 characters',
  ],
  ['videoSdk', 'sessionKey', 'session_key', ['x', x(36)], [x(37)], 'text of 1 to 36 characters'],
  [
    'videoSdk',
    'geoRegions',
    'geo_regions',
    ['US', regions],
    ['XX', 'US,XX', `${regions},US,`],
    someRegions,
  ],
  [
    'videoSdk',
    'cloudRecordingOption',
    'cloud_recording_option',
    [0, 1],
    [2],
    '0 (one file for all) or 1 (a file for each user)',
  ],
  ['videoSdk', 'cloudRecordingElection', 'cloud_recording_election', [0, 1], [2], onOff],
  [
    'videoSdk',
    'telemetryTrackingId',
    'telemetry_tracking_id',
    ['x', x(200)],
    [x(201)],
    'text of 1 to 200 characters',
  ],
  ['videoSdk', 'videoWebRtcMode', 'video_webrtc_mode', [0, 1], [2], onOff],
  ['videoSdk', 'audioWebRtcMode', 'audio_webrtc_mode', [0, 1], [2], onOff],
  ['cobrowse', 'role', 'role_type', [1, 2], [0, 3], '1 (customer) or 2 (agent)'],
  ['cobrowse', 'userId', 'user_id', ['x', x(35)], [x(36)], 'text of 1 to 35 characters'],
  ['cobrowse', 'userName', 'user_name', ['x', x(80)], [x(81)], 'text of 1 to 80 characters'],
  ['cobrowse', 'enableByop', 'enable_byop', [0, 1], [2], onOff],
]

test.each(members)(
  '%s: %s, and the claim %s, take what Zoom takes',
  (name, member, claim, taken, refused, wanted) => {
    const { input, claims } = sound[name]
    const parse = createInputParser(profiles[name])
    for (const value of taken) {
      expect(parse({ ...input, [member]: value }), String(value)).toMatchObject({
        ok: true,
        value: { [member]: value },
      })
      expect(checkClaims(profiles[name], { ...claims, [claim]: value }), String(value)).toEqual([])
    }
    for (const value of refused) {
      expect(parse({ ...input, [member]: value }), String(value)).toMatchObject({
        issues: [{ evidence: [{ field: member, wanted }] }],
      })
      expect(
        checkClaims(profiles[name], { ...claims, [claim]: value }),
        String(value),
      ).toMatchObject([{ evidence: [{ field: claim, wanted }] }])
    }
  },
)

test('these are all the members', () => {
  for (const [name, profile] of Object.entries(profiles)) {
    const inputs = profile.claims.flatMap((rule) => ('input' in rule ? [rule.input] : []))
    const rows = members.filter(([of]) => of === name).map(([, member]) => member)
    expect(inputs.sort(), name).toEqual(rows.sort())
  }
})

test.each([
  ['meetingSdk', 'appKey sdkKey mn role iat exp tokenExp video_webrtc_mode'],
  [
    'videoSdk',
    'app_key role_type tpc version iat exp user_identity session_key geo_regions cloud_recording_option cloud_recording_election telemetry_tracking_id video_webrtc_mode audio_webrtc_mode',
  ],
  ['cobrowse', 'app_key role_type user_id user_name enable_byop iat exp'],
] as const)('%s: the claims stand in the order of Zoom’s sample', (name, order) => {
  expect(profiles[name].claims.map(({ claim }) => claim).join(' ')).toBe(order)
})

test.each([
  ['meetingSdk', 1801, 172_800],
  ['videoSdk', 1800, 172_800],
  ['cobrowse', 1800, 172_800],
] as const)(
  '%s: a lifetime is two hours if none is given, and lies between %d and %d',
  (name, shortest, longest) => {
    const { input, claims } = sound[name]
    const parse = createInputParser(profiles[name])
    expect(parse(input)).toMatchObject({ value: { expirationSeconds: 7200 } })
    for (const expirationSeconds of [shortest, longest]) {
      expect(parse({ ...input, expirationSeconds }).ok).toBe(true)
      const exp = times.iat + expirationSeconds
      const timesOfIt = name === 'meetingSdk' ? { exp, tokenExp: exp } : { exp }
      expect(checkClaims(profiles[name], { ...claims, ...timesOfIt })).toEqual([])
    }
    for (const expirationSeconds of [shortest - 1, longest + 1]) {
      expect(parse({ ...input, expirationSeconds })).toMatchObject({
        issues: [
          {
            evidence: [
              {
                field: 'expirationSeconds',
                wanted: `whole seconds from ${shortest} to ${longest}`,
              },
            ],
          },
        ],
      })
      expect(
        checkClaims(profiles[name], { ...claims, exp: times.iat + expirationSeconds })[0]?.evidence,
      ).toEqual([
        {
          field: 'exp - iat',
          seen: `${expirationSeconds} s`,
          wanted: `${shortest} to ${longest} s`,
        },
      ])
    }
  },
)

/** `null` and `''` are there and empty, which no SDK takes; an absent optional claim is sound. */
const absent: [keyof typeof profiles, string, string | undefined, string | undefined][] = [
  ['meetingSdk', 'appKey', 'app-key-missing', 'app-key-missing'],
  ['meetingSdk', 'sdkKey', undefined, 'claim-missing'],
  ['meetingSdk', 'mn', 'mn-missing', 'mn-missing'],
  ['meetingSdk', 'role', 'role-invalid', 'role-invalid'],
  ['meetingSdk', 'iat', 'time-missing', 'time-missing'],
  ['meetingSdk', 'exp', 'time-missing', 'time-missing'],
  ['meetingSdk', 'tokenExp', 'token-exp-invalid', 'token-exp-invalid'],
  ['meetingSdk', 'video_webrtc_mode', undefined, 'claim-missing'],
  ['videoSdk', 'app_key', 'claim-missing', 'claim-missing'],
  ['videoSdk', 'role_type', 'claim-missing', 'claim-missing'],
  ['videoSdk', 'tpc', 'claim-missing', 'claim-missing'],
  ['videoSdk', 'version', undefined, 'claim-missing'],
  ['videoSdk', 'iat', 'time-missing', 'time-missing'],
  ['videoSdk', 'exp', 'time-missing', 'time-missing'],
  ['videoSdk', 'user_identity', undefined, 'claim-missing'],
  ['videoSdk', 'session_key', undefined, 'claim-missing'],
  ['videoSdk', 'geo_regions', undefined, 'claim-missing'],
  ['videoSdk', 'cloud_recording_option', undefined, 'claim-missing'],
  ['videoSdk', 'cloud_recording_election', undefined, 'claim-missing'],
  ['videoSdk', 'telemetry_tracking_id', undefined, 'claim-missing'],
  ['videoSdk', 'video_webrtc_mode', undefined, 'claim-missing'],
  ['videoSdk', 'audio_webrtc_mode', undefined, 'claim-missing'],
  ['cobrowse', 'app_key', 'claim-missing', 'claim-missing'],
  ['cobrowse', 'role_type', 'claim-missing', 'claim-missing'],
  ['cobrowse', 'user_id', 'claim-missing', 'claim-missing'],
  ['cobrowse', 'user_name', undefined, 'claim-missing'],
  ['cobrowse', 'enable_byop', undefined, 'claim-missing'],
  ['cobrowse', 'iat', 'time-missing', 'time-missing'],
  ['cobrowse', 'exp', 'time-missing', 'time-missing'],
]

test.each(absent)(
  '%s: without %s it is %s, with nothing in it %s',
  (name, claim, whenAbsent, whenEmpty) => {
    const codes = (value: unknown): string[] =>
      checkClaims(profiles[name], { ...sound[name].claims, [claim]: value }).map(({ code }) => code)
    expect(codes(undefined)).toEqual(whenAbsent ? [whenAbsent] : [])
    expect(codes('')[0]).toBe(whenEmpty)
    expect(codes(null)[0]).toBe(whenEmpty)
  },
)

test.each([
  ['meetingSdk', 'sdkKey', 7, 'claim-invalid', 'the SDK key or client ID'],
  ['meetingSdk', 'exp', 'soon', 'time-not-integer', 'whole epoch seconds'],
  ['meetingSdk', 'tokenExp', 0.5, 'time-not-integer', 'whole epoch seconds'],
  ['videoSdk', 'version', 2, 'claim-invalid', '1'],
  ['videoSdk', 'iat', true, 'time-not-integer', 'whole epoch seconds'],
  ['cobrowse', 'app_key', 7, 'claim-invalid', 'the SDK key or client ID'],
] as const)('%s: %s of %j is %s, wanted %s', (name, claim, value, code, wanted) => {
  const issues = checkClaims(profiles[name], { ...sound[name].claims, [claim]: value })
  expect(issues[0]).toMatchObject({ code, evidence: [{ field: claim, wanted }] })
})

test('keys that differ, and a session that ends before the token, are told with both values', () => {
  const { claims } = sound.meetingSdk
  expect(checkClaims(meetingSdk, { ...claims, sdkKey: 'other' })).toEqual([
    { code: 'key-mismatch', evidence: [{ field: 'sdkKey', seen: 'other', wanted: 'k' }] },
  ])
  expect(checkClaims(meetingSdk, { ...claims, tokenExp: 1_700_007_199 })).toEqual([
    {
      code: 'token-exp-invalid',
      evidence: [{ field: 'tokenExp', seen: '1700007199', wanted: '1700007200 or later' }],
    },
  ])
})

test('times that are no numbers are told once, and are not compared with each other', () => {
  const { claims } = sound.meetingSdk
  const codesOf = (change: object): string[] =>
    checkClaims(meetingSdk, { ...claims, ...change }).map(({ code }) => code)
  expect(codesOf({ tokenExp: '5' })).toEqual(['time-not-integer'])
  expect(codesOf({ exp: '1800000000' })).toEqual(['time-not-integer'])
  expect(codesOf({ tokenExp: null })).toEqual(['token-exp-invalid'])
})

test('the rules over a lifetime say where it begins and ends', () => {
  const meaningsOf = (name: keyof typeof profiles): unknown[] =>
    profiles[name].crossRules
      .filter(({ code }) => code.startsWith('lifetime'))
      .map(({ code, meaning }) => [code, meaning])
  expect(meaningsOf('meetingSdk')).toEqual([
    ['lifetime-too-short', 'exp is at least 1800 s after iat'],
    ['lifetime-too-long', 'exp is at most 172800 s after iat'],
    ['lifetime-at-minimum', 'exp is not exactly 1800 s after iat'],
  ])
  expect(meaningsOf('videoSdk')).toEqual([
    ['lifetime-too-short', 'exp is at least 1800 s after iat'],
    ['lifetime-too-long', 'exp is at most 172800 s after iat'],
  ])
})

test('what bundles that only sign read is what the profile has', () => {
  expect(meetingSdk.lifetime).toMatchObject(meetingSdkSigning.lifetime)
  expect(meetingSdkSigning.claims).toBe(meetingSdkChecks.claims)
})

test('the SDK versions from which a claim is wanted are those of Zoom’s release notes', () => {
  const requiredOf = (name: keyof typeof profiles, claim: string): unknown =>
    profiles[name].claims.find((rule) => rule.claim === claim)?.required
  expect(requiredOf('meetingSdk', 'appKey')).toEqual({ web: 'since 5.0.0', native: 'always' })
  expect(requiredOf('meetingSdk', 'mn')).toEqual({ web: 'always', native: 'optional' })
  expect(requiredOf('meetingSdk', 'role')).toEqual({ web: 'always', native: 'optional' })
  expect(requiredOf('meetingSdk', 'tokenExp')).toEqual({ web: 'optional', native: 'always' })
  expect(requiredOf('videoSdk', 'role_type')).toEqual({ web: 'since 1.3.0', native: 'always' })
})
