import { applyEdits, type Finding, scan } from '@sigshift/migrate'
import { grammarFiles } from '@sigshift/migrate/node'

export async function rewrite(path: string, text: string): Promise<string> {
  const { findings, rewrites } = await scan([{ path, text }], { grammars: grammarFiles })
  const places: readonly string[] = findings.map(({ code, line }: Finding) => `${line}: ${code}`)
  // @ts-expect-error a scan needs grammars
  await scan([{ path, text }])
  return rewrites.reduce((code, { edits }) => applyEdits(code, edits), places.join('\n'))
}
