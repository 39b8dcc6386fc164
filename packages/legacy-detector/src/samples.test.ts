import type { TokenIssueCode } from '@sigshift/spec'
import samples from '@sigshift/vectors/samples.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { detect } from './detect.ts'
import type { JwtDetection, LegacyDetection } from './detection.ts'
import { inspect } from './inspect.ts'

const currentDate = new Date(1_700_000_100_000)

/** What each sample is for, as its maker wrote, in our codes. */
const expected: Readonly<Record<string, TokenIssueCode | undefined>> = {
  'readme-legacy-2020': 'legacy-signature',
  'readme-msdk-jwt-2022': 'placeholder-key',
  'readme-videosdk-jwt': 'video-sdk-token',
  'legacy-node-padded': 'legacy-signature',
  'legacy-php-java-python-unpadded': 'legacy-signature',
  'legacy-10digit-padded': 'legacy-signature',
  'legacy-10digit-unpadded': 'legacy-signature',
  'legacy-36char-key': 'legacy-signature-with-sdk-key',
  'legacy-csharp-raw-message': 'legacy-signature-raw-message',
  'legacy-hash-hex': 'legacy-signature-hex-mac',
  'legacy-seconds': 'legacy-signature',
  'legacy-docs-bug-node': 'legacy-key-only',
  'jwt-ok': undefined,
  'jwt-ok-appkey-only': undefined,
  'jwt-ms': 'time-in-milliseconds',
  'jwt-padded': 'base64-padding',
  'jwt-hex-sig': 'mac-hex',
  'jwt-video-sdk': 'video-sdk-token',
  'jwt-cobrowse': 'cobrowse-token',
  'jwt-rest-app': 'rest-jwt-app-token',
  'jwt-json-object': 'wrapped-value',
}

interface Sample {
  readonly id: string
  readonly signature: string
  readonly decoded?: string
  readonly payload?: unknown
  readonly inputs?: { readonly secret: string }
}
const all: readonly Sample[] = [...samples.published, ...samples.computed]

test('every sample has its answer here', () => {
  expect(all.map(({ id }) => id).toSorted()).toEqual(Object.keys(expected).toSorted())
})

describe.each(all.map((sample) => [sample.id, sample] as const))('%s', (id, sample) => {
  const secret = sample.inputs?.secret

  test('has the first issue that it is a sample of', () => {
    expect(inspect(sample.signature, { currentDate, secret }).issues[0]?.code).toBe(expected[id])
  })

  test('is decoded as its maker says', () => {
    const detection = detect(sample.signature)
    if (sample.decoded) expect((detection as LegacyDetection).decoded).toBe(sample.decoded)
    if (sample.payload) expect((detection as JwtDetection).claims).toEqual(sample.payload)
  })

  test('has a MAC that its secret explains', () => {
    const { mac, issues } = inspect(sample.signature, { currentDate, secret })
    expect(mac === 'unknown').toBe(secret === undefined)
    expect(issues.map(({ code }) => code)).not.toContain('secret-mismatch')
  })
})

test('the signature published in Zoom’s README gives key, number and date', () => {
  const { fields } = inspect(samples.published[0]?.signature ?? '', { currentDate })
  expect(fields).toMatchObject({
    key: 'xu3JPaA_RJW2-9l5_HAaLA',
    meetingNumber: '123456789',
    role: '0',
    issuedAt: new Date('2020-03-02T17:18:58.773Z'),
  })
})
