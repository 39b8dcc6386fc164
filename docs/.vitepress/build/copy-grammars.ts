import { copyFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const migrate = new URL('../../../packages/migrate/', import.meta.url)
// The grammars are migrate's dependency, so they are found from where it is.
const require = createRequire(new URL('package.json', migrate))

/** Those of the languages that old signature code is found in, by the package that has them. */
const grammars: Readonly<Record<string, readonly string[]>> = {
  '@vscode/tree-sitter-wasm/wasm': [
    'javascript',
    'typescript',
    'tsx',
    'php',
    'python',
    'ruby',
    'java',
    'c-sharp',
    'go',
  ],
  '@cursorless/tree-sitter-wasms/out': ['dart', 'elixir', 'kotlin'],
}

/** Puts the grammars where the debugger's worker fetches one when a snippet is to be migrated. */
export function copyGrammars(outDir: string): void {
  const folder = join(outDir, 'grammars')
  mkdirSync(folder, { recursive: true })
  for (const [source, names] of Object.entries(grammars)) {
    for (const name of names) {
      const file = `tree-sitter-${name}.wasm`
      copyFileSync(require.resolve(`${source}/${file}`), join(folder, file))
    }
  }
  copyFileSync(new URL('grammar-licences.txt', migrate), join(folder, 'LICENCES.txt'))
}
