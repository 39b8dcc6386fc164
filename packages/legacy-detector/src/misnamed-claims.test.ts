import { describe, expect, test } from 'vitest'
import { misnamedClaims } from './misnamed-claims.ts'

describe('a claim under a name that Zoom does not read', () => {
  test.each([
    ['apiKey', 'appKey'],
    ['api_key', 'appKey'],
    ['client_id', 'appKey'],
    ['clientId', 'appKey'],
    ['app_key', 'appKey'],
    ['appkey', 'appKey'],
    ['sdk-key', 'sdkKey'],
    ['SDKKEY', 'sdkKey'],
    ['MN', 'mn'],
    ['meetingNumber', 'mn'],
    ['meeting_number', 'mn'],
    ['meeting number', 'mn'],
    ['meetingNo', 'mn'],
    ['meeting_id', 'mn'],
    ['Role', 'role'],
    ['roleType', 'role'],
    ['role_type', 'role'],
    ['IAT', 'iat'],
    ['issued_at', 'iat'],
    ['Exp', 'exp'],
    ['expires', 'exp'],
    ['expiresAt', 'exp'],
    ['token_exp', 'tokenExp'],
    ['m_e_e_t_i_n_g_n_o', 'mn'],
  ])('%s is meant for %s', (seen, wanted) => {
    expect(misnamedClaims({ [seen]: 1 })).toEqual([{ seen, wanted }])
  })

  test.each([
    ['the right names', { appKey: 1, sdkKey: 1, mn: 1, role: 1, iat: 1, exp: 1, tokenExp: 1 }],
    ['the right name beside it', { meetingNumber: 1, mn: undefined }],
    ['another name', { topic: 1, sub: 1 }],
    ['a name of 21 characters', { m_e_e_t_i_n_g_n_o____: 1 }],
  ])('not %s', (_, claims) => {
    expect(misnamedClaims(claims)).toEqual([])
  })

  test('a name of 20 characters is read', () => {
    expect(misnamedClaims({ m_e_e_t_i_n_g_n_o___: 1 })).toHaveLength(1)
  })

  test('is told once, under the first of its names', () => {
    const claims = { meetingId: 1, meetingNumber: 2, apiKey: 3, client_id: 4, meeting_no: 5 }
    expect(misnamedClaims(claims)).toEqual([
      { seen: 'meetingId', wanted: 'mn' },
      { seen: 'apiKey', wanted: 'appKey' },
    ])
  })
})
