import { expect, test } from 'vitest'
import { createRequestIds } from './request-ids.ts'

test('ids are UUIDs of version 8, none twice, and another process has others', () => {
  const next = createRequestIds()
  const ids = Array.from({ length: 1000 }, next)
  for (const id of ids) {
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  }
  expect(new Set(ids).size).toBe(1000)
  expect(createRequestIds()().slice(0, 23)).not.toBe(ids[0]?.slice(0, 23))
})
