import { mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { FileReader } from './file-reader.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigshift-read-'))
})

test('gives each file whole, however large the one before', () => {
  const reader = new FileReader(3_000_000)
  for (const length of [0, 1, 262_143, 262_144, 262_145, 2_999_999, 3_000_000, 5]) {
    const bytes = Buffer.alloc(length, 'abcdefg')
    writeFileSync(join(folder, 'a.js'), bytes)
    const read = reader.read(join(folder, 'a.js'))
    expect(read?.length).toBe(length)
    expect(read?.equals(bytes)).toBe(true)
  }
})

test('gives nothing where there is more than is wanted', () => {
  const reader = new FileReader(1_000_000)
  writeFileSync(join(folder, 'a.js'), '')
  truncateSync(join(folder, 'a.js'), 1_000_001)
  expect(reader.read(join(folder, 'a.js'))).toBeUndefined()
  truncateSync(join(folder, 'a.js'), 1_000_000)
  expect(reader.read(join(folder, 'a.js'))?.length).toBe(1_000_000)
})

test('does not follow what has become a link', () => {
  writeFileSync(join(folder, 'a.js'), 'code')
  symlinkSync('a.js', join(folder, 'b.js'))
  const reader = new FileReader(100)
  expect(() => reader.read(join(folder, 'b.js'))).toThrow('ELOOP')
  expect(() => reader.read(join(folder, 'gone.js'))).toThrow('ENOENT')
})
