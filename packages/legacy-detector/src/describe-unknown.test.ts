import { expect, test } from 'vitest'
import { describeUnknown } from './describe-unknown.ts'
import { sign } from './make-jwt.fixture.node.ts'

const mac = sign('x', 'y', 'base64')
const missing = 'the name of a missing value'
const object = 'an object or promise that was turned into text'
const page = 'a page of HTML or XML'
const json = 'JSON without a token in it'

test.each([
  ['', 'empty text'],
  [' \n', 'empty text'],
  ['[object Object]', object],
  ['[object Promise]', object],
  ['x[object Object]', '"x[object Object]"'],
  ['[object Object], [object Object]', json],
  ['[object ]', json],
  ...['undefined', 'null', 'NaN', 'false', 'true', 'None', 'nil'].map((name) => [name, missing]),
  ['nulls', '"nulls"'],
  ['nonnull', '"nonnull"'],
  ['<!DOCTYPE html>', page],
  ['<?xml version="1.0"?>', page],
  ['<HTML>', page],
  ['<b', page],
  ['a <b>', '"a <b>"'],
  ['<1>', 'a placeholder'],
  ['YOUR_SDK_KEY', 'a placeholder'],
  ['FAKE_api_key_22_chars0', 'a key alone'],
  [mac, 'a MAC alone'],
  [mac.slice(0, -1), 'text of 43 characters'],
  [`${mac}=`, 'text of 45 characters'],
  [Buffer.alloc(33, 201).toString('base64'), 'text of 44 characters'],
  ['!'.repeat(44), 'text of 44 characters'],
  ['{}', json],
  ['[1]', json],
  ['a {}', '"a {}"'],
])('%j is told as: %s', (text, seen) => {
  expect(describeUnknown(text as string, text as string)).toBe(seen)
})

test('what is seen before or behind its layers is told, else what was behind them', () => {
  expect(describeUnknown('"undefined"', 'undefined')).toBe(missing)
  expect(describeUnknown('[object Object]', 'peeled')).toBe(object)
  expect(describeUnknown('"neither"', 'neither')).toBe('"neither"')
})
