import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync } from 'node:zlib'

const require = createRequire(import.meta.url)

/** Grammars that no package of reasonable size holds; the package that they come from has 44 MB. */
const names = ['dart', 'elixir', 'kotlin'] as const

/** Puts the grammars beside the built code, with the licences of those who wrote them. */
export function compressGrammars(folder: URL): void {
  mkdirSync(folder, { recursive: true })
  for (const name of names) {
    const file = `tree-sitter-${name}.wasm`
    const bytes = readFileSync(require.resolve(`@cursorless/tree-sitter-wasms/out/${file}`))
    writeFileSync(new URL(`${file}.br`, folder), brotliCompressSync(bytes))
  }
  copyFileSync(new URL('./grammar-licences.txt', import.meta.url), new URL('LICENCES.txt', folder))
}
