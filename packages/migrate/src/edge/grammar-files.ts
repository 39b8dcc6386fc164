import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { brotliDecompressSync } from 'node:zlib'
import type { GrammarSource } from '../syntax/parser.ts'

const require = createRequire(import.meta.url)

/** Grammars that come compressed with this package: the one that they are installed from has 44 MB. */
export const shippedGrammars: readonly string[] = ['dart', 'elixir', 'kotlin']

export function installedGrammar(file: string): string {
  return require.resolve(`@cursorless/tree-sitter-wasms/out/${file}`)
}

/** From source they are read where they are installed. */
async function readShipped(file: string): Promise<Uint8Array> {
  const path = new URL(`grammars/${file}.br`, import.meta.url)
  return existsSync(path)
    ? brotliDecompressSync(await readFile(path))
    : readFile(installedGrammar(file))
}

/** The grammars that are installed with this package. */
export const grammarFiles: GrammarSource = async (name) => {
  const file = `tree-sitter-${name}.wasm`
  return shippedGrammars.includes(name)
    ? readShipped(file)
    : readFile(require.resolve(`@vscode/tree-sitter-wasm/wasm/${file}`))
}
