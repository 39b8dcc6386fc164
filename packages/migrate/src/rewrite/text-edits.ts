import type { TextOptions, TextRule } from '../rules/rule.ts'
import { applyEdits, type Edit, normalizeEdits } from './edit.ts'

const editsIn = (
  text: string,
  file: string,
  rules: readonly TextRule[],
  options: TextOptions,
): readonly Edit[] =>
  rules
    .filter(({ appliesTo }) => appliesTo(file))
    .flatMap((rule) => [...rule.findText(text, file, options)])
    .flatMap(({ edits }) => edits ?? [])

/** Edits of names joined with edits of code: new code that quotes an old name gets the new one. */
export function joinTextEdits(
  code: readonly Edit[],
  text: readonly Edit[],
  file: string,
  rules: readonly TextRule[],
  options: TextOptions,
): readonly Edit[] {
  if (text.length === 0) return code
  const renamed = code.map(([start, end, written]): Edit => {
    const edits = editsIn(written, file, rules, options)
    return [start, end, applyEdits(written, edits)]
  })
  const untouched = text.filter(([start, end]) => !code.some(([s, e]) => start < e && s < end))
  return normalizeEdits([...renamed, ...untouched])
}
