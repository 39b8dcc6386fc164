import { createHmac } from 'node:crypto'
import file from '@sigshift/vectors/zoom-packages.json' with { type: 'json' }
import { decodeJwt, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { createCompat, createGenerateSDKSignature } from './create-compat.ts'

interface Vector {
  readonly package: string
  readonly version: string
  readonly function: string
  readonly name: string
  readonly input: Readonly<Record<string, string | number | undefined>>
  readonly nowMs: number
  readonly output: string | boolean | null
}

interface Call {
  readonly heard: { readonly success: unknown[]; readonly error: unknown[] }
  readonly run: () => string
}

const vectors: readonly Vector[] = file.vectors

/** The calls that Zoom's packages took, or threw at, and that cannot be right any more. */
const refusals: Readonly<Record<string, string>> = {
  'role empty string': 'role-invalid',
  'role missing': 'role-invalid',
  'role 5': 'role-invalid',
  'non-ASCII digits in mn': 'mn-not-digits',
  'empty secret': 'secret-empty',
  'missing secret': 'secret-empty',
}

const titled = vectors.map((vector) => {
  const { package: from, version, function: called, name, nowMs } = vector
  return [`${from}@${version} ${called}, ${name}, at ${nowMs}`, vector] as const
})
const refused = titled.filter(([, { name }]) => name in refusals)
const signed = titled.filter(([, { name }]) => !(name in refusals))

/** Calls the function that stands in for the vector's own, and keeps what the callbacks get. */
function call({ package: from, function: called, input, nowMs }: Vector): Call {
  const options = { clock: () => new Date(nowMs) }
  const functions =
    from === '@zoom/meetingsdk'
      ? { generateSDKSignature: createGenerateSDKSignature((token) => token, options) }
      : createCompat(options)
  const replacement = functions[called as keyof typeof functions] as (args: object) => string
  const heard: Call['heard'] = { success: [], error: [] }
  const success = (result: unknown): void => void heard.success.push(result)
  const error = (failure: unknown): void => void heard.error.push(failure)
  return { heard, run: () => replacement({ ...input, success, error }) }
}

test('every recorded call of Zoom’s packages is here, and none is skipped', () => {
  expect(new Set(titled.map(([title]) => title)).size).toBe(89)
  const counts: Record<string, number> = { signed: signed.length }
  for (const [, { name }] of refused) {
    const code = refusals[name] as string
    counts[code] = (counts[code] ?? 0) + 1
  }
  expect(counts).toEqual({ signed: 71, 'role-invalid': 8, 'secret-empty': 7, 'mn-not-digits': 3 })
})

test.each(signed)('%s: signed', async (_, vector) => {
  const { input, nowMs, output, version } = vector
  const { heard, run } = call(vector)
  const token = run()

  const given = {
    key: input.sdkKey ?? input.clientId ?? input.apiKey,
    secret: String(input.sdkSecret ?? input.clientSecret ?? input.apiSecret),
  }
  const [head, body, mac] = token.split('.')
  const expected = createHmac('sha256', given.secret).update(`${head}.${body}`).digest('base64url')
  expect(mac).toBe(expected)
  const currentDate = new Date(nowMs)
  const { payload } = await jwtVerify(token, Buffer.from(given.secret), { currentDate })

  expect(payload).toEqual({
    appKey: given.key,
    sdkKey: given.key,
    mn: String(input.meetingNumber).replaceAll('-', ''),
    role: Number(input.role),
    iat: Math.floor(nowMs / 1000) - 30,
    exp: Math.floor(nowMs / 1000) - 30 + 7200,
    tokenExp: Math.floor(nowMs / 1000) - 30 + 7200,
  })
  if (typeof output === 'string' && output.startsWith('eyJ')) {
    const vendor = decodeJwt(output)
    // 2.3.0 alone signed `iat` without going 30 seconds back.
    const laterBy = version === '2.3.0' ? 30 : 0
    expect({
      key: vendor.sdkKey,
      mn: String(vendor.mn).replaceAll('-', ''),
      role: Number(vendor.role),
      iat: Number(vendor.iat) - laterBy,
      exp: Number(vendor.exp) - laterBy,
    }).toEqual({
      key: payload.sdkKey,
      mn: payload.mn,
      role: payload.role,
      iat: payload.iat,
      exp: payload.exp,
    })
  }
  const result = {
    method: vector.function,
    status: true,
    errorCode: 0,
    errorMessage: null,
    result: token,
  }
  const isBare = vector.package === '@zoom/meetingsdk'
  expect(heard).toEqual({ success: [isBare ? token : result], error: [] })
})

test.each(refused)('%s: refused', (_, vector) => {
  const code = refusals[vector.name]
  const { heard, run } = call(vector)
  const name = code?.startsWith('secret') ? 'CredentialsError' : 'InputError'
  expect(run).toThrow(expect.objectContaining({ name, code }))
  const failure = {
    method: vector.function,
    status: false,
    errorCode: 1,
    errorMessage: expect.stringContaining(`[${code}]`),
    result: null,
    code,
  }
  expect(heard).toEqual({ success: [], error: [failure] })
})
