import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { GrammarSource } from '../syntax/parser.ts'

const require = createRequire(import.meta.url)

/** The grammars that are installed with this package. */
export const grammarFiles: GrammarSource = async (name) =>
  readFile(require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`))
