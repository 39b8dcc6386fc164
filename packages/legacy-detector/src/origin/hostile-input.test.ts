import { describe, expect, it } from 'vitest'
import * as features from './code-feature.ts'
import { identifySource } from './identify-source.ts'

// Work that grows with the square of these lengths takes minutes.
const soonMs = 5000

describe('a megabyte of any string is answered soon', () => {
  const megabyte = 1_000_000
  const repeated = (part: string): string => part.repeat(megabyte / part.length)
  it.each([
    'A',
    ' ',
    '\n',
    "'",
    '\\',
    "\\'",
    '`',
    '/*',
    '*',
    '${',
    '{$',
    '\\(',
    '+',
    "+'.'",
    "+'.'+a",
    '+a',
    '[',
    '[a,',
    "'%s",
    '{0}.',
    'hmac',
    'hmacsha256(',
    'Buffer.from(a,',
    'ToBase64String(',
    'appKey:a,',
    'sdkKey:a,mn:',
    'exp,',
    'exp:a,iss:a,',
    'exp:new Date().getTime()',
    '.generateSignature({',
    '\0',
    '\ud800',
    '# ',
    '```\n',
  ])(
    '%j',
    (part) => {
      expect(identifySource(repeated(part))).toBeInstanceOf(Array)
    },
    soonMs,
  )
})

describe('no feature is slow on text that only begins like it', () => {
  const text = (part: string): string => part.repeat(100_000 / part.length)
  const parts = ['+a', "+'§'+a", '[a,', "'%s", '{0}', '{iss:a,', 'exp:', 'hmac', 'sha256', '(a,']
  const more = [
    'encode(hmac',
    "hash_hmac('sha256',",
    'ToBase64String(a;',
    'appKey:a,sdkKey:a,',
    'exp',
  ]
  it.each(Object.values(features).map((feature) => [feature.name, feature] as const))(
    '%s',
    (_name, { pattern }) => {
      const found = [...parts, ...more].map((part) => pattern.test(text(part)))
      expect(found.filter(Boolean).length).toBeLessThan(found.length)
    },
    soonMs,
  )
})
