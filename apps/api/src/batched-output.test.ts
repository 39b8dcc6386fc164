import { expect, test } from 'vitest'
import { createBatchedOutput } from './batched-output.ts'

test('lines of one turn are one write, in their order', () => {
  const writes: string[] = []
  const turns: (() => void)[] = []
  const { write } = createBatchedOutput(
    (text) => writes.push(text),
    (flush) => turns.push(flush),
  )
  write('a\n')
  write('b\n')
  expect([writes, turns.length]).toEqual([[], 1])
  turns[0]?.()
  write('c\n')
  turns[1]?.()
  expect(writes).toEqual(['a\nb\n', 'c\n'])
})

test('what is held back is written when the process ends, and once only', () => {
  const writes: string[] = []
  const turns: (() => void)[] = []
  const { write, flush } = createBatchedOutput(
    (text) => writes.push(text),
    (later) => turns.push(later),
  )
  write('last\n')
  flush()
  turns[0]?.()
  expect(writes).toEqual(['last\n'])
})
