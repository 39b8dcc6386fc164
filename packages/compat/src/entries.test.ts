import { jwtVerify } from 'jose'
import { expect, test, vi } from 'vitest'
import { createCompat } from './create-compat.ts'
import * as entry from './index.ts'
import * as meetingSdk from './meetingsdk.ts'

const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
const meeting = { meetingNumber: '98765432101', role: '0' }
const sdkArguments = { ...meeting, sdkKey: 'a-key', sdkSecret: secret }
const apiArguments = { ...meeting, apiKey: 'a-key', apiSecret: secret }

test('every function of both entries gives a JWT of the key that its secret verifies', async () => {
  vi.spyOn(process, 'emitWarning').mockReturnValue()
  for (const token of [
    entry.generateSDKSignature(sdkArguments),
    entry.generateSignature(apiArguments),
    meetingSdk.generateSDKSignature(sdkArguments),
  ]) {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret))
    expect(payload).toMatchObject({ appKey: 'a-key', mn: '98765432101', role: 0 })
  }
})

test('success of @zoom/meetingsdk gets the token itself', () => {
  const heard: unknown[] = []
  const success = (result: string): void => void heard.push(result)
  const token = meetingSdk.generateSDKSignature({ ...sdkArguments, success })
  expect(heard).toEqual([token])
})

test('the notice is a deprecation that Node can be told to ignore by its code', async () => {
  vi.resetModules()
  const emitWarning = vi.spyOn(process, 'emitWarning').mockReturnValue()
  const { generateSignature } = await import('./index.ts')
  generateSignature(apiArguments)
  generateSignature(apiArguments)
  expect(emitWarning.mock.calls).toEqual([
    [
      expect.stringMatching(
        /^generateSignature of @sigshift\/compat .* Meeting SDK app: JWT apps /,
      ),
      { type: 'DeprecationWarning', code: 'SIGSHIFT_COMPAT' },
    ],
  ])
})

test('a mistake of the program is thrown as it is, and error is not called', () => {
  const { generateSDKSignature } = createCompat({ clock: () => new Date(Number.NaN) })
  const error = (): never => {
    throw new Error('error was called')
  }
  expect(() => generateSDKSignature({ ...sdkArguments, error })).toThrow(TypeError)
})
