import { expect } from 'vitest'
import { knownTokens } from '../consumers/known-answers.ts'
import { credentials, now, type Question } from './suite-input.ts'
import { verifyToken } from './verify-token.ts'

const issuedAt = now.getTime() / 1000 - 30
const claims = {
  appKey: credentials.sdkKey,
  sdkKey: credentials.sdkKey,
  mn: '84512367890',
  role: 0,
  iat: issuedAt,
  exp: issuedAt + 7200,
  tokenExp: issuedAt + 7200,
}

function expectServed(answer: unknown): void {
  const { signed, ...refused } = answer as { signed: [number, { signature: string }] }
  expect(signed).toEqual([200, { signature: expect.any(String), sdkKey: credentials.sdkKey }])
  expect(verifyToken(signed[1].signature, credentials.sdkSecret)).toEqual(claims)
  expect(refused).toMatchObject({
    host: [403, { code: 'not-permitted' }],
    nobody: [401, { code: 'not-authenticated' }],
    wrong: [400, { code: 'role-invalid' }],
  })
}

function expectOldCallSigned(answer: unknown): void {
  const { iat, exp, tokenExp, ...others } = verifyToken(answer, credentials.sdkSecret)
  const { iat: _, exp: __, tokenExp: ___, ...wanted } = claims
  expect(others).toEqual(wanted)
  expect([Number(exp) - Number(iat), tokenExp]).toEqual([7200, exp])
  expect(Math.abs(Date.now() / 1000 - 30 - Number(iat))).toBeLessThan(60)
}

function expectJoinedAgain(answer: unknown): void {
  const { asked, joined } = answer as { asked: number; joined: string }
  expect(asked).toBe(2)
  expect(verifyToken(joined, credentials.sdkSecret)).toEqual(claims)
}

const expectKnownTokens = (answer: unknown): void => expect(answer).toEqual(knownTokens)

/** What judges each answer of the suite. */
export const expectations: Readonly<Record<Question, (answer: unknown) => void>> = {
  sign: expectKnownTokens,
  signAtOnce: expectKnownTokens,
  refuse: (answer) => expect(answer).toEqual({ name: 'InputError', code: 'mn-not-digits' }),
  serve: expectServed,
  inspect: (answer) =>
    expect(answer).toMatchObject([
      { format: 'legacy', mac: 'verified', issues: expect.arrayContaining([expect.anything()]) },
      { format: 'jwt', kind: 'meeting-sdk', mac: 'verified', issues: [] },
    ]),
  callOld: expectOldCallSigned,
  joinAgain: expectJoinedAgain,
}

/** The same where the old functions refuse, as in pages: a secret is read there. */
export const expectationsInPages: typeof expectations = {
  ...expectations,
  callOld: (answer) =>
    expect(answer).toEqual({ name: 'CredentialsError', code: 'secret-in-frontend' }),
}
