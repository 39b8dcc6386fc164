import { describe, expect, it } from 'vitest'
import * as features from './code-feature.ts'
import { identifySource } from './identify-source.ts'

/** The least of up to five runs, since a busy machine may stop any one of them. */
function fastest(run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5 && least >= 500; round++) {
    const start = performance.now()
    run()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

describe('any string is answered, in time linear in its length', () => {
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
  ])('%j', (part) => {
    const text = repeated(part)
    expect(fastest(() => identifySource(text))).toBeLessThan(500)
  })
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
      const search = (): void => {
        for (const part of [...parts, ...more]) pattern.test(text(part))
      }
      expect(fastest(search)).toBeLessThan(500)
    },
  )
})
