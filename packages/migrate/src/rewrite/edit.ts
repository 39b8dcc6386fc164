import MagicString from 'magic-string'

/** `[start, end, text]` in UTF-16 units of the old text: what stands from start to end becomes text. */
export type Edit = readonly [start: number, end: number, text: string]

/** Sorted; touching edits are joined, so that each place is written once. */
export function normalizeEdits(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const merged: Edit[] = []
  for (const edit of sorted) {
    const last = merged.at(-1)
    if (last && edit[0] < last[1] && edit[2] === '' && last[2] === '') {
      merged[merged.length - 1] = [last[0], Math.max(last[1], edit[1]), '']
    } else if (last && edit[0] === last[1] && (edit[0] === edit[1] || last[0] === last[1])) {
      merged[merged.length - 1] = [last[0], edit[1], last[2] + edit[2]]
    } else {
      merged.push(edit)
    }
  }
  return merged
}

export function overlap(edits: readonly Edit[]): boolean {
  return normalizeEdits(edits).some((edit, index, all) => {
    const before = all[index - 1]
    return before !== undefined && edit[0] < before[1]
  })
}

/** @throws {RangeError} where edits overlap or stand outside the text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const normalized = normalizeEdits(edits)
  for (const [start, end] of normalized) {
    if (!(start >= 0 && start <= end && end <= text.length)) {
      throw new RangeError(`edit ${start}–${end} is outside a text of ${text.length}`)
    }
  }
  if (overlap(normalized)) throw new RangeError('edits overlap')
  const result = new MagicString(text)
  for (const [start, end, replacement] of normalized) {
    if (start === end) result.appendLeft(start, replacement)
    else result.update(start, end, replacement)
  }
  return result.toString()
}
