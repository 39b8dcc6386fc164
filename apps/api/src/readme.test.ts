import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAccessFile } from './read-access-file.ts'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

test('the access file of the README is one', () => {
  const [, text = ''] = /```json\n(\{\n {2}"apps"[\s\S]*?)```/.exec(readme) ?? []
  let keys = 0
  const filled = text.replaceAll('sha256:…', () => `sha256:${`${keys++}`.padStart(64, '0')}`)
  const result = readAccessFile(filled)
  expect(result.ok ? [] : result.faults).toEqual([])
})
