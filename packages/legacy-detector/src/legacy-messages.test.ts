import { expect, test } from 'vitest'
import { detect } from './detect.ts'
import type { LegacyDetection } from './detection.ts'
import { legacyMessage, legacyMessages } from './legacy-messages.ts'
import { encode, issuedAt, makeLegacy, sign } from './make-jwt.fixture.node.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const read = (text: string): LegacyDetection => detect(text) as LegacyDetection

// One byte over 45, so that the base64 has two = and more than one line.
const detection = read(
  makeLegacy({ apiKey: 'FAKE_api_key_22_chars~', meetingNumber: '9876543210' }),
)
const plain = 'FAKE_api_key_22_chars~987654321017000002170000'

test('the message is the base64 of four fields run together', () => {
  expect(legacyMessage(detection)).toBe(base64(plain))
  expect(legacyMessage(read(makeLegacy({ timestamp: '1583920800123.4' })))).toBe(
    base64('FAKE_api_key_22_chars0987654321011583920800123.40'),
  )
})

test('a mixture with iat and exp has five of them', () => {
  const mac = sign('x', undefined, 'base64')
  const text = base64(`key.987654321.${issuedAt}.${issuedAt + 7200}.0.${mac}`)
  expect(legacyMessage(read(text))).toBe(base64('key987654321170000021717000074170'))
  expect(
    legacyMessages(read(text))
      .find(({ seen }) => seen === 'the fields with dots between')
      ?.make(),
  ).toBe('key.987654321.1700000217.1700007417.0')
})

test('other messages are those that people’s code makes', () => {
  expect(legacyMessages(detection).map(({ code, seen, make }) => [code, seen, make()])).toEqual([
    ['legacy-signature-raw-message', 'the raw message, not its base64', plain],
    ['signed-wrong-message', 'base64 without =', base64(plain).replace('==', '')],
    ['signed-wrong-message', 'base64url', encode(plain)],
    [
      'signed-wrong-message',
      'base64 with line breaks',
      `${base64(plain).slice(0, 60)}\n${base64(plain).slice(60)}\n`,
    ],
    [
      'signed-wrong-message',
      'the fields with dots between',
      'FAKE_api_key_22_chars~.9876543210.1700000217000.0',
    ],
    [
      'signed-wrong-message',
      'base64 of the fields with dots between',
      base64('FAKE_api_key_22_chars~.9876543210.1700000217000.0'),
    ],
  ])
})
