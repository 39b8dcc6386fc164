import { applyEdits, scan } from '@sigshift/migrate'
import type { Migration } from './judgement.ts'
import { snippetExtension } from './snippet-extension.ts'

const phpTag = '<?php\n'

async function grammars(name: string): Promise<Uint8Array> {
  const answer = await fetch(`${import.meta.env.BASE_URL}grammars/tree-sitter-${name}.wasm`)
  if (!answer.ok) throw new Error(`the grammar ${name} cannot be loaded`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** What `sigshift migrate` would make of a snippet. Loads a parser and one grammar of this site. */
export async function migrateSnippet(text: string, language: string): Promise<Migration> {
  const extension = snippetExtension(text, language)
  const path = `snippet.${extension}`
  const prefix = extension === 'php' && !text.includes('<?') ? phpTag : ''
  const code = prefix + text
  const { findings, rewrites } = await scan([{ path, text: code }], { grammars })
  const edits = rewrites.flatMap((rewrite) => rewrite.edits)
  return {
    text: edits.length > 0 ? applyEdits(code, edits).slice(prefix.length) : undefined,
    manual: [...new Set(findings.flatMap(({ manual }) => (manual ? [manual.reason] : [])))],
  }
}
