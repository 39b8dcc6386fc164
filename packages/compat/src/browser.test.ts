import { expect, test, vi } from 'vitest'
import type { FailureResult } from './callbacks.ts'

vi.mock('node:crypto', () => {
  throw new Error('the browser entry pulls in node:crypto')
})
const browser = await import('./browser.ts')
const meetingSdkBrowser = await import('./meetingsdk-browser.ts')

const secret = 'CANARY-Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLm'
const meeting = { meetingNumber: '98765432101', role: '0' }
const functions = [
  ['generateSDKSignature', browser.generateSDKSignature],
  ['generateSignature', browser.generateSignature],
  ['generateSDKSignature', meetingSdkBrowser.generateSDKSignature],
] as unknown as [string, (args: object) => string][]

test.each(functions)(
  '%s refuses a secret under every name, by throw and callback',
  (name, sign) => {
    for (const field of ['sdkSecret', 'clientSecret', 'apiSecret']) {
      const heard: FailureResult[] = []
      const error = (failure: FailureResult): void => void heard.push(failure)
      const success = (): never => {
        throw new Error('signed in a browser')
      }
      const call = (): string => sign({ ...meeting, sdkKey: 'k', [field]: secret, success, error })
      expect(call).toThrow(browser.CredentialsError)
      expect(call).toThrow(
        `${field} is in a browser, wanted fetchSignature, and a server that signs [secret-in-frontend]`,
      )
      expect(heard[0]).toMatchObject({ method: name, status: false, code: 'secret-in-frontend' })
      expect(JSON.stringify(heard)).not.toContain('CANARY')
    }
  },
)

test.each(functions)('%s without a secret cannot sign either', (_, sign) => {
  expect(() => sign(meeting)).toThrow(expect.objectContaining({ code: 'secret-empty' }))
})

test('both entries export the same names, so a build for either finds what it imports', async () => {
  vi.doUnmock('node:crypto')
  const node = await import('./index.ts')
  expect(Object.keys(browser).sort()).toEqual(Object.keys(node).sort())
  const meetingSdk = await import('./meetingsdk.ts')
  expect(Object.keys(meetingSdkBrowser)).toEqual(Object.keys(meetingSdk))
})

test.each(functions)('%s names what it misses where nothing is given', (_, sign) => {
  expect(() => sign(meeting)).toThrow(
    'sdkSecret is absent, wanted fetchSignature, and a server that signs [secret-empty]',
  )
})
