import { grammarFiles } from '../src/edge/grammar-files.ts'
import { applyEdits } from '../src/rewrite/edit.ts'
import { type ScanOptions, scan } from '../src/scan.ts'

/** What becomes of the text of one file. */
export async function rewritten(
  text: string,
  path = 'a.js',
  options: Omit<ScanOptions, 'grammars'> = {},
): Promise<string> {
  const { rewrites } = await scan([{ path, text }], { ...options, grammars: grammarFiles })
  return applyEdits(text, rewrites[0]?.edits ?? [])
}
