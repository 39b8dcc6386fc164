import { createHmac } from 'node:crypto'
import { expect } from 'vitest'

const key = 'xu3JPaA_RJW2-9l5_HAaLA'
const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
const meeting = { meetingNumber: '845 1236 7890', role: '1' }

/** Calls as old code makes them, by the entry of `@sigshift/compat` that it imports today. */
export const oldCalls: readonly {
  readonly specifier: string
  readonly call: { readonly name: string; readonly args: object }
}[] = [
  {
    specifier: '@sigshift/compat',
    call: { name: 'generateSignature', args: { apiKey: key, apiSecret: secret, ...meeting } },
  },
  {
    specifier: '@sigshift/compat',
    call: { name: 'generateSDKSignature', args: { sdkKey: key, sdkSecret: secret, ...meeting } },
  },
  {
    specifier: '@sigshift/compat/meetingsdk',
    call: { name: 'generateSDKSignature', args: { sdkKey: key, sdkSecret: secret, ...meeting } },
  },
]

/** What such teams have in a server that signs by itself. */
export const oldCode: string = `
const crypto = require('crypto')
const msg = Buffer.from(apiKey + meetingNumber + timestamp + role).toString('base64')
const hash = crypto.createHmac('sha256', apiSecret).update(msg).digest('base64')
const fields = [apiKey, meetingNumber, timestamp, role, hash]
const signature = Buffer.from(fields.join('.')).toString('base64')
`

/** Reads a token with nothing of ours. */
export function expectTokenOfCall(token: string): void {
  const [header = '', payload = '', mac] = token.split('.')
  const known = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url')
  expect(mac).toBe(known)
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
    appKey: key,
    sdkKey: key,
    mn: '84512367890',
    role: 1,
  })
}

/** No error may hold it. */
export const canary: string = secret
