import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { installedGrammar, shippedGrammars } from './src/edge/grammar-files.ts'

/** Puts the grammars beside the built code, with the licences of those who wrote them. */
export function compressGrammars(folder: URL): void {
  mkdirSync(folder, { recursive: true })
  for (const name of shippedGrammars) {
    const file = `tree-sitter-${name}.wasm`
    const bytes = readFileSync(installedGrammar(file))
    writeFileSync(new URL(`${file}.br`, folder), brotliCompressSync(bytes))
  }
  copyFileSync(new URL('./grammar-licences.txt', import.meta.url), new URL('LICENCES.txt', folder))
}
