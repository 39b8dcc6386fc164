import type { TokenIssueCode } from '@sigshift/spec'
import { expect, test } from 'vitest'
import { codesOf, type Proof, proofsOf } from './evidence.fixture.node.ts'
import { key, makeJwt } from './make-jwt.fixture.node.ts'

const sound = makeJwt()
const alone = 'the token alone'

test.each<[string, TokenIssueCode, Proof[]]>([
  [
    Buffer.from(sound).toString('base64'),
    'double-encoded',
    [['base64', 'base64 of the whole', alone]],
  ],
  [`${key}.${sound}`, 'key-prefix-before-jwt', [['key-prefix', `${key}.`, alone]]],
  [sound.replaceAll('.', '%2e'), 'url-encoded', [['url-encoding', '%2e', alone]]],
  [`'${sound}'`, 'wrapped-value', [['quotes', "'…'", alone]]],
  [`b"${sound}"`, 'wrapped-value', [['bytes-literal', 'b"…"', alone]]],
  [`${sound};`, 'wrapped-value', [['punctuation', ';', alone]]],
  [
    JSON.stringify({ token: `Bearer ${sound}` }),
    'wrapped-value',
    [
      ['json', 'a JSON object, member token', alone],
      ['bearer', 'Bearer', alone],
    ],
  ],
  [
    sound.replace(/.{76}/g, '$&\r\n'),
    'base64-line-breaks',
    [['line-breaks', 'line breaks inside it', alone]],
  ],
  [
    `\u200b${sound}\n`,
    'invisible-character',
    [
      ['invisible-character', 'U+200B', alone],
      ['white-space', 'a line end', alone],
    ],
  ],
])('%j is told as %s, each layer with what it was', (text, code, proofs) => {
  expect(codesOf(text)).toEqual([code])
  expect(proofsOf(text, code)).toEqual(proofs)
})

test('layers of two codes are told under both', () => {
  expect(codesOf(` '${sound}'`)).toEqual(['wrapped-value', 'invisible-character'])
})

test('a token alone has none of them', () => {
  expect(codesOf(sound)).toEqual([])
})
