import type { JsonObject } from './detection.ts'

/** How another JSON library writes; as `JSON.stringify` does where nothing is said. */
export interface JsonStyle {
  /** A space after each comma and colon, as Python has it. */
  readonly spaced?: boolean
  /** `/` as `\/`, as PHP does. */
  readonly escapeSlashes?: boolean
  /** Everything but ASCII as `\uXXXX`, as Python and PHP do. */
  readonly escapeUnicode?: boolean
  /** Members in order of their names, at every depth. */
  readonly sorted?: boolean
}

const deepest = 32

function writeText(text: string, { escapeSlashes, escapeUnicode }: JsonStyle): string {
  let json = JSON.stringify(text)
  if (escapeSlashes) json = json.replaceAll('/', '\\/')
  if (!escapeUnicode) return json
  return json.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** @throws {RangeError} where the value is nested deeper than any real payload. */
export function writeJson(value: unknown, style: JsonStyle, depth = 0): string {
  if (depth > deepest) throw new RangeError('nested too deep')
  if (typeof value === 'string') return writeText(value, style)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const space = style.spaced ? ' ' : ''
  const write = (inner: unknown): string => writeJson(inner, style, depth + 1)
  if (Array.isArray(value)) return `[${value.map(write).join(`,${space}`)}]`
  const names = Object.keys(value)
  if (style.sorted) names.sort()
  const members = names.map(
    (name) => `${writeText(name, style)}:${space}${write((value as JsonObject)[name])}`,
  )
  return `{${members.join(`,${space}`)}}`
}
