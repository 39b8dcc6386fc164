import { type ErrorCode, errorCodes, type View } from '@sigshift/spec'
import { adviceOf } from './code-advice.ts'

/** What the tables of Zoom's SDKs say of a code. */
export interface ShownCode {
  readonly code: number
  readonly views: readonly View[]
  readonly platform?: string
  readonly name?: string
  /** What the SDK shows; empty where its texts have none. */
  readonly text: string
  /** What to look at. */
  readonly nextCheck: string
}

/** The numbers that are error codes by what stands around them. */
function codesIn(text: string): ReadonlySet<number> {
  const whole = /^[^\w-]{0,9}(?:error)?[ _]?(?:code)?[^\w-]{0,9}(-?\d{1,6})\W{0,9}$/i.exec(text)
  const named = text.matchAll(/error[ _-]?code["'\\\s:=]{0,6}(-?\d{1,6})\b/gi)
  return new Set([...(whole ? [whole] : []), ...named].map(([, code]) => Number(code)))
}

const shortestText = 8

function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `
}

function isNamed({ name = '', text }: ErrorCode, said: string): boolean {
  return [name, text].some((each) => each.length >= shortestText && said.includes(plain(each)))
}

/** The same meaning in several views is one row. */
function together(rows: readonly ErrorCode[]): readonly ShownCode[] {
  const shown = new Map<string, ShownCode>()
  for (const { code, view, platform, name, text } of rows) {
    const isNative = view === 'native'
    const said = plain(text || (name ?? ''))
    const key = [code, isNative, said].join()
    const before = shown.get(key)
    shown.set(key, {
      code,
      views: [...new Set([...(before?.views ?? []), view])],
      ...(platform ? { platform } : {}),
      ...((before?.name ?? name) ? { name: before?.name ?? name ?? '' } : {}),
      text: before?.text || text,
      nextCheck: adviceOf(code, isNative),
    })
  }
  return [...shown.values()]
}

/** Codes that a text names, or whose text or name it repeats. */
export function lookUpCodes(error: string, view: View | undefined): readonly ShownCode[] {
  const rows = errorCodes.filter((row) => view === undefined || row.view === view)
  const codes = codesIn(error)
  const byCode = rows.filter(({ code }) => codes.has(code))
  const said = plain(error)
  return together(byCode.length > 0 ? byCode : rows.filter((row) => isNamed(row, said)))
}
