import { renameEdits } from '../rewrite/env-names.ts'
import type { Match, TextOptions, TextRule } from './rule.ts'

const names = /\b(?:[A-Z]+_)*ZOOM_JWT_(?:API_)?(?:KEY|SECRET)\b/g

/** The new names that are asked for; one that is no plain name is none. */
function asked({ renameEnv = {} }: TextOptions): readonly (readonly [string, string])[] {
  return Object.entries(renameEnv).filter(
    ([from, to]) => /^\w+$/.test(from) && /^[A-Za-z_]\w*$/.test(to) && from !== to,
  )
}

function* renamed(text: string, file: string, options: TextOptions): Generator<Match> {
  for (const [from, to] of asked(options)) {
    if (!text.includes(from)) continue
    const isThere = new RegExp(`(?<!\\w)${to}(?!\\w)`).test(text)
    for (const edit of renameEdits(text, file, [from, to])) {
      const found = {
        code: 'legacy-env-name',
        place: { start: edit[0], end: edit[1] },
        confidence: 'high',
      } as const
      if (isThere) yield { ...found, manual: `${to} stands in this file already.` }
      else yield { ...found, notes: [`becomes ${to}; its value must change too`], edits: [edit] }
    }
  }
}

/** Variables named after the app type that is gone, and those that are to be renamed. */
export const legacyEnvName: TextRule = {
  name: 'legacy-env-name',
  codes: ['legacy-env-name'],
  markers: ['zoom_jwt_'],
  appliesTo: () => true,
  *findText(text, file, options) {
    yield* renamed(text, file, options)
    const known = new Set(asked(options).map(([from]) => from))
    for (const match of text.matchAll(names)) {
      if (known.has(match[0])) continue
      yield {
        code: 'legacy-env-name',
        place: { start: match.index, end: match.index + match[0].length },
        confidence: 'high',
        manual: 'Its value must change with its name, wherever it is set.',
      }
    }
  },
}
