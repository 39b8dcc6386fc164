import { join } from 'node:path'
import { describe, it } from 'vitest'
import { snippets } from '../../docs/.vitepress/content/snippets.ts'
import {
  type Command,
  expectSound,
  missingProgram,
  run,
  scratch,
  snippetFolder,
} from './programs.ts'

/** How each language runs a file, or compiles and then runs it. */
const runs: Readonly<Record<string, (file: string) => readonly Command[]>> = {
  TypeScript: (file) => [[process.execPath, '--conditions=@sigshift/source', file]],
  PHP: (file) => [['php', file]],
  Python: (file) => [['python3', file]],
  Ruby: (file) => [['ruby', file]],
  Java: (file) => [['java', file]],
  'C#': (file) => [
    ['mcs', `-out:${join(scratch, 'sign.exe')}`, file],
    ['mono', join(scratch, 'sign.exe')],
  ],
  Go: (file) => [['go', 'run', file]],
}

describe('each program that signs', () => {
  for (const { language, file } of snippets) {
    it(`signs a sound token in ${language}`, (context) => {
      const commands = runs[language]?.(join(snippetFolder, file)) ?? []
      const missing = missingProgram(commands)
      if (missing) context.skip(`${missing} is not installed`)
      const before = Math.floor(Date.now() / 1000)
      expectSound(commands.map(run).at(-1) ?? '', before)
    })
  }
})
