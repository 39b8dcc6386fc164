import { copyFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// The grammars are migrate's dependency, so they are found from where it is.
const require = createRequire(new URL('../../../packages/migrate/package.json', import.meta.url))

/** Those of the languages that old signature code is found in. */
const names = [
  'javascript',
  'typescript',
  'tsx',
  'php',
  'python',
  'ruby',
  'java',
  'c-sharp',
  'go',
] as const

/** Puts the grammars where the debugger's worker fetches one when a snippet is to be migrated. */
export function copyGrammars(outDir: string): void {
  const folder = join(outDir, 'grammars')
  mkdirSync(folder, { recursive: true })
  for (const name of names) {
    const file = `tree-sitter-${name}.wasm`
    copyFileSync(require.resolve(`@vscode/tree-sitter-wasm/wasm/${file}`), join(folder, file))
  }
}
