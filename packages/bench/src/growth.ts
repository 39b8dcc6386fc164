import { inspect } from '@sigshift/legacy-detector'
import { scan } from '@sigshift/migrate'
import { grammarFiles } from '@sigshift/migrate/node'
import type { Contender } from './measure.ts'
import { oldSource } from './scan-tree.ts'

const currentDate = new Date('2026-11-24T10:00:00Z')

/** Judging a pasted text of so many characters. */
export function inspecting(characters: number): Contender {
  const text = `${'eyJhbGciOiJIUzI1NiJ9'.repeat(characters / 20)}.e30.x`
  return { name: `${characters} characters`, run: () => inspect(text, { currentDate }) }
}

/** Analysing and rewriting one file of so many bytes with the old signature in it. */
export function scanning(bytes: number): Contender {
  const files = [{ path: 'sign.js', text: oldSource(bytes) }]
  return { name: `${bytes / 1000} kB file`, run: () => scan(files, { grammars: grammarFiles }) }
}
