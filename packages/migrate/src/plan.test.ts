import { expect, test } from 'vitest'
import type { FileRewrite } from './finding.ts'
import { plan } from './plan.ts'
import { sha256 } from './sha256.ts'

const rewrite = (file: string, ...needs: string[]): FileRewrite => ({
  file,
  sha256: `${file} before`,
  becomes: `${file} after`,
  edits: [[0, 1, file]],
  codes: ['legacy-hmac-code'],
  ...(needs.length > 0 ? { needs: needs.map((each) => ({ file: each, sha256: 'x' })) } : {}),
})

const rewrites = [rewrite('a'), rewrite('b', 'a'), rewrite('c', 'a', 'd'), rewrite('d')]

test('a plan holds every rewrite, in order and as it was', () => {
  expect(plan({ rewrites })).toEqual({ version: 1, files: rewrites })
  expect(JSON.parse(JSON.stringify(plan({ rewrites })))).toEqual(plan({ rewrites }))
  expect(plan({ rewrites: [] })).toEqual({ version: 1, files: [] })
})

test.each([
  ['a', ['b', 'c', 'd'], 'd'],
  ['b', ['a', 'c', 'd'], 'a c d'],
  ['d', ['a', 'b', 'c'], 'a b'],
  ['a and d', ['b', 'c'], ''],
])('without %s what needs it is left out as well', (_, wanted, files) => {
  const planned = plan({ rewrites }, ({ file }) => wanted.includes(file))
  expect(planned.files.map(({ file }) => file).join(' ')).toBe(files)
})

test('the hash is SHA-256 of the UTF-8 bytes, in hex', async () => {
  // FIPS 180-2, "abc"; of "é€" by sha256sum.
  expect(await sha256('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
  expect(await sha256('é€')).toBe(
    'f0165711145fd4315008feb1f589eb75f63fb382417be0782a1c1cab418bc0c4',
  )
})
