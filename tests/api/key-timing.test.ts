import { expect, test } from 'vitest'
import { createKey, createKeyLookup, hashKey } from '../../apps/api/src/caller-keys.ts'
import { say } from './say.ts'

const policy = { products: [], roles: [], subjects: {}, maxLifetimeSeconds: 7200 }
const caller = { id: 'web', policy, rule: 'key' } as const

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}

test('how long a key is looked up says nothing of how close it is, or which of several it is', () => {
  const stored = Array.from({ length: 16 }, createKey)
  const lookUp = createKeyLookup(stored.map((key) => ({ keyHash: hashKey(key), caller })))
  const first = stored[0] ?? ''
  const last = stored[15] ?? ''
  const contenders = {
    'nothing alike': 'x'.repeat(first.length),
    'all but the last letter': `${first.slice(0, -1)}${first.endsWith('A') ? 'B' : 'A'}`,
    'the first key': first,
    'the last key': last,
  }
  const times = new Map(Object.keys(contenders).map((name) => [name, [] as number[]]))
  for (let round = 0; round < 4000; round += 1) {
    for (const [name, key] of Object.entries(contenders)) {
      const start = process.hrtime.bigint()
      for (let i = 0; i < 10; i += 1) lookUp(key)
      times.get(name)?.push(Number(process.hrtime.bigint() - start))
    }
  }
  const medians = Object.keys(contenders).map((name) => median(times.get(name) ?? []))
  say(`key look-up, ns for 10: ${medians.join(', ')}`)
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.1)
})
