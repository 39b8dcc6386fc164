import { describe, expect, test } from 'vitest'
import { decodeHex, isHex, macBytes, macFormOf } from './mac-form.ts'

const bytes = Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 7 + 201) & 255))
const hex = bytes.toString('hex')
const base64 = bytes.toString('base64')
const hexInBase64 = Buffer.from(hex).toString('base64')

describe('how a MAC is written', () => {
  test.each([
    ['base64', 'base64', base64],
    ['base64url', 'base64', bytes.toString('base64url')],
    ['hex', 'hex', hex],
    ['hex in capitals', 'hex', hex.toUpperCase()],
    ['base64 of hex', 'base64-of-hex', hexInBase64],
    ['base64 of hex, unpadded', 'base64-of-hex', hexInBase64.replace(/=+$/, '')],
    ['empty', 'missing', ''],
    ['absent', 'missing', undefined],
    ['one letter less', 'short', base64.slice(0, 42)],
    ['one letter more', 'other', `${base64.slice(0, 43)}A`],
    ['a letter of no alphabet', 'other', `!${base64.slice(1, 43)}`],
    ['a letter of no alphabet at the end', 'other', `${base64.slice(0, 42)}!`],
    ['63 hex digits', 'other', hex.slice(1)],
    ['65 hex digits', 'other', `${hex}0`],
    ['64 letters', 'other', `g${hex.slice(1)}`],
    ['64 letters, the last no hex', 'other', `${hex.slice(1)}g`],
    ['base64 of 64 letters', 'other', Buffer.from(`g${hex.slice(1)}`).toString('base64')],
    ['base64 of 62 hex digits', 'other', Buffer.from(hex.slice(2)).toString('base64')],
    ['86 letters of no base64', 'other', '!'.repeat(86)],
  ])('%s is %s', (_, form, mac) => {
    expect(macFormOf(mac)).toBe(form)
  })
})

describe('the 32 bytes of a MAC', () => {
  test.each([
    ['base64', base64],
    ['base64 unpadded', base64.replace('=', '')],
    ['base64url', bytes.toString('base64url')],
    ['hex', hex],
    ['hex in capitals', hex.toUpperCase()],
    ['base64 of hex', hexInBase64],
  ])('are read from %s', (_, text) => {
    expect(macBytes(text)).toEqual(new Uint8Array(bytes))
  })

  test.each([
    ['31 bytes', bytes.subarray(1).toString('base64')],
    ['33 bytes', Buffer.concat([bytes, bytes.subarray(31)]).toString('base64')],
    ['31 bytes of hex', hex.slice(2)],
    ['33 bytes of hex', `${hex}00`],
    ['64 letters', 'g'.repeat(64)],
    ['nothing', ''],
  ])('are not read from %s', (_, text) => {
    expect(macBytes(text)).toBeUndefined()
  })
})

test('hex has digits alone, in number', () => {
  expect(isHex('0aF9', 4)).toBe(true)
  expect(isHex('0aF9', 5)).toBe(false)
  expect(isHex('0aG9', 4)).toBe(false)
  expect(isHex('0aF9\n', 5)).toBe(false)
})

test('hex is read two digits at a time', () => {
  expect(decodeHex('00fF7a')).toEqual(Uint8Array.of(0, 255, 122))
  expect(decodeHex('00f')).toBeUndefined()
  expect(decodeHex('0g')).toBeUndefined()
  expect(decodeHex('')).toBeUndefined()
})
