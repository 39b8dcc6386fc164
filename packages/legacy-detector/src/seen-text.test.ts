import { describe, expect, test } from 'vitest'
import { readSeenText } from './seen-text.ts'

const codesOf = (text: string): number[] => [...readSeenText(text).codes]
const numbersOf = (text: string): number[] => [...readSeenText(text).numbers]

describe('a number is an error code', () => {
  test.each([
    ['3712', 3712],
    ['-3000', -3000],
    ['  (200)!', 200],
    ['error 5', 5],
    ['ErrorCode: 12', 12],
    ['error_code=1', 1],
    ['"code":200}', 200],
    ['code 63', 63],
    ['((: 3', 3],
  ])('where nothing but its name is beside it: %j', (text, code) => {
    expect(codesOf(text)).toEqual([code])
  })

  test.each([
    ['it gave errorCode 5 again', 5],
    ['it gave error-code: 5 again', 5],
    ['it gave error code=5 again', 5],
    ['it gave error_code\t5 again', 5],
    ['{"x":1,"errorCode":"5","y":2}', 5],
    ["{'errorCode' = '5', y: 2}", 5],
    ['{\\"errorCode\\":5,\\"y\\":2}', 5],
    ['an errorCode:-12 was', -12],
    ['an errorCode:123456 was', 123456],
  ])('behind its name: %j', (text, code) => {
    expect(codesOf(text)).toEqual([code])
  })

  test.each(['zoom', 'join', 'meeting', 'signature', 'SDK', 'error', 'code', 'fail'])(
    'from 1000 on where it is about joining: %s',
    (word) => {
      expect(codesOf(`the ${word} gave 3712 and -1000, 999, 1`)).toEqual([3712, -1000])
    },
  )

  test.each([
    'it gave 3712',
    'it gave 5 again',
    'x 200',
    '1234567',
    'errorCode 1234567',
    'errorCode 12x',
    'my error codes are 5',
    'mode 5',
  ])('not here: %j', (text) => {
    expect(codesOf(text)).toEqual([])
  })
})

describe('a number stands free', () => {
  test.each([
    ['a 1 b -22 (333) 123456', [1, -22, 333, 123456]],
    ['a: 5, b=6; 7', [5, 6, 7]],
    ['"1" 2. 3: 4.', [1, 2, 3, 4]],
    ['10 msg, 10 sec, 10 pixels', [10]],
    ['a:: 3', [3]],
  ])('%j', (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers)
  })

  test.each([
    'v3712',
    'a_1',
    '3712x',
    '1.5',
    '1.2.3',
    'wc.js:3712:15',
    'a/200',
    'a.200',
    '#200',
    'x-200',
    ':::3003',
    '[::1]:3003',
    'port 3003',
    '1234567',
    '10ms',
    '1000 ms',
    '10 s',
    '10s',
    '10px',
    '10 bytes',
    '10 seconds',
    '日本',
  ])('not in %j', (text) => {
    expect(numbersOf(`in ${text}`)).toEqual([])
  })
})

test('messages stand between single bars, and their words apart', () => {
  const { messages, plain, words } = readSeenText('"Signature is  invalid."\n\n{A: b}')
  expect(messages).toBe('|signature is invalid|a|b|')
  expect(plain).toBe('signature is invalid a b')
  expect([...words]).toEqual(['signature', 'is', 'invalid', 'a', 'b'])
})

test.each([
  ['Joining Meeting Timeout', true],
  ['the dialog: Fail to join the meeting. OK', true],
  ['joining a meeting', false],
])('a dialog is known by its title: %s', (text, dialog) => {
  expect(readSeenText(text).dialog).toBe(dialog)
})
