import { createHash } from 'node:crypto'

/** What a finding is recognised by after lines were moved: its code, its file and its line's text. */
export interface Traits {
  readonly code: string
  readonly file: string
  readonly lineText: string
}

/** The same traits at several places of a file are told apart by their order. */
export function fingerprintsOf(all: readonly Traits[]): readonly string[] {
  const seen = new Map<string, number>()
  return all.map(({ code, file, lineText }) => {
    const text = JSON.stringify([code, file, lineText.trim().replace(/\s+/g, ' ')])
    const count = (seen.get(text) ?? 0) + 1
    seen.set(text, count)
    return `${createHash('sha256').update(text).digest('hex').slice(0, 20)}:${count}`
  })
}
