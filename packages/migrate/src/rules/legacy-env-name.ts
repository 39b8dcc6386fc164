import type { TextRule } from './rule.ts'

const names = /\b(?:[A-Z]+_)*ZOOM_JWT_(?:API_)?(?:KEY|SECRET)\b/g

/** Variables named after the app type that is gone. */
export const legacyEnvName: TextRule = {
  name: 'legacy-env-name',
  codes: ['legacy-env-name'],
  markers: ['zoom_jwt_'],
  appliesTo: () => true,
  *findText(text) {
    for (const match of text.matchAll(names)) {
      yield {
        code: 'legacy-env-name',
        place: { start: match.index, end: match.index + match[0].length },
        confidence: 'high',
        manual: 'Its value must change with its name, wherever it is set.',
      }
    }
  },
}
