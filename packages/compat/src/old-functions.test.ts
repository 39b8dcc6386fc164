import { createHmac } from 'node:crypto'
import { CredentialsError, InputError } from '@sigshift/signer/sync'
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import type { FailureResult } from './callbacks.ts'
import { createCompat } from './create-compat.ts'

const key = 'xu3JPaA_RJW2-9l5_HAaLA'
const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
const clock = (): Date => new Date(1_700_000_000_000)
const { generateSDKSignature, generateSignature } = createCompat({ clock })

const sdkArguments = { sdkKey: key, sdkSecret: secret, meetingNumber: '98765432101', role: '0' }
const apiArguments = { apiKey: key, apiSecret: secret, meetingNumber: '98765432101', role: '0' }

/** Both functions, called with their own names of the pair. */
const functions = [
  ['generateSDKSignature', generateSDKSignature, sdkArguments],
  ['generateSignature', generateSignature, apiArguments],
] as unknown as [string, (args: object) => string, typeof sdkArguments][]

test.each(functions)('%s: role as text or number, number as text or number', (_, sign, args) => {
  const token = sign(args)
  expect(sign({ ...args, meetingNumber: 98765432101, role: 0 })).toBe(token)
  expect(sign({ ...args, meetingNumber: '987 6543 2101' })).toBe(token)
  expect(decodeJwt(sign({ ...args, role: '1' }))).toMatchObject({ role: 1 })
})

test.each(functions)('%s: the callback has the token before the return', (name, sign, args) => {
  const heard: unknown[] = []
  const returned = sign({ ...args, success: (result: unknown) => heard.push(result) })
  const result = { status: true, errorCode: 0, errorMessage: null, result: returned }
  expect(heard).toEqual([{ method: name, ...result }])
})

test.each(functions)('%s: callbacks that are no functions are ignored', (_, sign, args) => {
  expect(sign({ ...args, success: 1, error: null })).toBe(sign(args))
  expect(() => sign({ ...args, role: '7', error: 'no' })).toThrow(InputError)
})

test.each(functions)('%s: callbacks are called on the arguments, as they were', (_, sign, args) => {
  const own = { ...args, success: undefined as unknown }
  let receiver: unknown
  own.success = function (this: unknown) {
    receiver = this
  }
  sign(own)
  expect(receiver).toBe(own)
})

test.each(functions)('%s: the arguments are not changed', (_, sign, args) => {
  expect(() => sign(Object.freeze({ ...args }))).not.toThrow()
})

test.each(functions)('%s: what success throws passes, and error is not called', (_, sign, args) => {
  const success = (): never => {
    throw new RangeError('of the caller')
  }
  const error = (): never => {
    throw new Error('error was called')
  }
  expect(() => sign({ ...args, success, error })).toThrow(new RangeError('of the caller'))
})

test.each(functions)('%s: without arguments it throws a TypeError, as it did', (_, sign) => {
  expect(() => sign(undefined as never)).toThrow(TypeError)
  expect(() => sign(null as never)).toThrow(TypeError)
})

test.each(functions)('%s: expirationSeconds is taken, within the rules', (_, sign, args) => {
  const claims = decodeJwt(sign({ ...args, expirationSeconds: 3600 }))
  expect(claims).toMatchObject({ iat: 1_699_999_970, exp: 1_700_003_570, tokenExp: 1_700_003_570 })
  for (const [expirationSeconds, code] of [
    [1800, 'lifetime-at-minimum'],
    [7_200_000, 'lifetime-too-long'],
    ['3600', 'time-not-integer'],
  ]) {
    expect(() => sign({ ...args, expirationSeconds })).toThrow(expect.objectContaining({ code }))
  }
})

test.each(functions)('%s: other members are ignored, as they were', (_, sign, args) => {
  expect(sign({ ...args, expiration: 1_700_003_600, userName: 'Ann' })).toBe(sign(args))
})

test.each([
  [{ meetingNumber: undefined }, 'mn-missing'],
  [{ meetingNumber: '' }, 'mn-missing'],
  [{ meetingNumber: 'https://zoom.us/j/98765432101' }, 'mn-not-digits'],
  [{ role: undefined }, 'role-invalid'],
  [{ role: '' }, 'role-invalid'],
  [{ role: '5' }, 'role-invalid'],
  [{ role: true }, 'role-invalid'],
  [{ role: ' 1' }, 'role-as-string'],
])('%j is refused with its code by throw and callback', (change, code) => {
  for (const [name, sign, args] of functions) {
    const heard: FailureResult[] = []
    const error = (failure: FailureResult): void => void heard.push(failure)
    expect(() => sign({ ...args, ...change, error })).toThrow(
      expect.objectContaining({ name: 'InputError', code }),
    )
    expect(heard).toMatchObject([{ method: name, status: false, errorCode: 1, result: null, code }])
  }
})

const bare = { meetingNumber: '98765432101', role: '0' }

test('the client ID and secret count where neither of the SDK’s is given', () => {
  const token = generateSDKSignature(sdkArguments)
  expect(generateSDKSignature({ ...bare, clientId: key, clientSecret: secret })).toBe(token)
  const both = { ...sdkArguments, clientId: 'another-id', clientSecret: 'another-secret' }
  expect(generateSDKSignature(both)).toBe(token)
})

test.each([
  [{ sdkKey: key, clientSecret: secret }, 'secret-empty', 'sdkSecret'],
  [{ clientId: key }, 'secret-empty', 'clientSecret'],
  [{ clientId: ` ${key}`, clientSecret: secret }, 'key-whitespace', 'clientId'],
  [{ sdkKey: secret, sdkSecret: secret }, 'secret-is-key', 'sdkSecret'],
  [{ sdkKey: key, sdkSecret: `"${secret}"` }, 'secret-quoted', 'sdkSecret'],
  [{ sdkKey: key, sdkSecret: 12345678 }, 'secret-empty', 'sdkSecret'],
  [{ sdkKey: 'YOUR_SDK_KEY', sdkSecret: secret }, 'placeholder-key', 'sdkKey'],
  [{}, 'key-empty', 'sdkKey'],
  [{ apiKey: key, apiSecret: secret }, 'wrong-credential-type', 'apiKey'],
])('credentials %#: refused under the name that was used', (credentials, code, field) => {
  const heard: FailureResult[] = []
  const args = { ...bare, ...credentials, error: (it: FailureResult) => void heard.push(it) }
  expect(() => generateSDKSignature(args as never)).toThrow(CredentialsError)
  expect(heard[0]?.code).toBe(code)
  expect(heard[0]?.errorMessage).toMatch(new RegExp(`^${field} is `))
})

test('who gives the pair of a JWT app to the SDK’s function is told which one it wants', () => {
  expect(() => generateSDKSignature({ ...bare, apiKey: key, apiSecret: secret } as never)).toThrow(
    'apiKey is given in place of sdkKey, wanted sdkKey and sdkSecret of a Meeting SDK app [wrong-credential-type]',
  )
})

test('generateSignature speaks of apiKey and apiSecret', () => {
  expect(() => generateSignature({ ...apiArguments, apiKey: '' })).toThrow(/^apiKey is /)
  expect(() => generateSignature({ ...apiArguments, apiSecret: '' })).toThrow(/^apiSecret is /)
})

test('an API key cannot be told from a client ID, so the notice asks and nothing is refused', () => {
  expect(decodeJwt(generateSignature(apiArguments))).toMatchObject({ appKey: key, sdkKey: key })
})

test('generateSignature tells once that it makes a JWT, whether it signs or refuses', () => {
  const notices: string[] = []
  const compat = createCompat({ clock, warn: (notice) => void notices.push(notice) })
  compat.generateSDKSignature(sdkArguments)
  expect(notices).toEqual([])
  expect(() => compat.generateSignature({ ...apiArguments, role: '7' })).toThrow()
  compat.generateSignature(apiArguments)
  compat.generateSignature(apiArguments)
  expect(notices).toEqual([
    expect.stringMatching(/Meeting SDK JWT.*\/issues\/generate-signature-call$/),
  ])
})

test('a secret in any place is in no error, failure or notice', () => {
  const canary = 'CANARY-7f3kQz9-secret-of-the-app'
  const said: unknown[] = []
  const compat = createCompat({ clock, warn: (notice) => void said.push(notice) })
  const error = (failure: FailureResult): void => void said.push(failure)
  const wrong = [
    { ...sdkArguments, sdkSecret: ` ${canary}` },
    { ...sdkArguments, sdkSecret: `'${canary}'` },
    { ...sdkArguments, sdkKey: canary, sdkSecret: canary },
    { ...sdkArguments, sdkSecret: canary, meetingNumber: canary },
    { ...sdkArguments, sdkSecret: canary, role: canary },
    { ...sdkArguments, sdkSecret: canary, expirationSeconds: canary },
    { ...sdkArguments, sdkSecret: [canary] },
    { ...bare, apiKey: key, apiSecret: canary },
  ]
  for (const args of wrong) {
    for (const sign of [compat.generateSDKSignature, compat.generateSignature]) {
      try {
        sign({ apiKey: args, apiSecret: canary, ...args, error } as never)
      } catch (thrown) {
        const { message, stack, ...members } = thrown as Error
        said.push(message, stack, members)
      }
    }
  }
  expect(said.length).toBeGreaterThan(30)
  expect(JSON.stringify(said)).not.toContain('CANARY')
})

test('the MAC is HMAC-SHA256 over the bytes of the secret, even where jsrsasign took it for hex', () => {
  const sdkSecret = 'deadbeefcafebabe'
  const [head, body, mac] = generateSDKSignature({ ...sdkArguments, sdkSecret }).split('.')
  const hmac = createHmac('sha256', Buffer.from(sdkSecret, 'ascii')).update(`${head}.${body}`)
  expect(mac).toBe(hmac.digest('base64url'))
})
