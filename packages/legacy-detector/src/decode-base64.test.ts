import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBase64, decodeBase64Text } from './decode-base64.ts'

describe('base64 is decoded', () => {
  test('from either alphabet, padded or not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const standard = Buffer.from(bytes).toString('base64')
        const forms = [
          standard,
          standard.replace(/=+$/, ''),
          Buffer.from(bytes).toString('base64url'),
        ]
        for (const form of forms) expect(decodeBase64(form)).toEqual(bytes)
      }),
    )
  })

  test.each(['A', 'AAAAA', 'AA A', 'AA\n', 'A=', 'AA==A', 'AA===', 'Ä', 'AA%3D', '日本'])(
    'and %j is none',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined()
    },
  )

  test('text keeps its byte order mark', () => {
    expect(decodeBase64Text(Buffer.from('\ufeffa').toString('base64'))).toBe('\ufeffa')
  })

  test('bytes that are no UTF-8 are no text', () => {
    expect(decodeBase64Text(Buffer.from([0xe9, 0x41]).toString('base64'))).toBeUndefined()
  })

  test('text of no ASCII letter is decoded as UTF-8', () => {
    expect(decodeBase64Text('5pel5pys')).toBe('日本')
  })

  test('what is no base64 is no text', () => {
    expect(decodeBase64Text('AAAAA')).toBeUndefined()
    expect(decodeBase64Text('日本')).toBeUndefined()
  })
})
