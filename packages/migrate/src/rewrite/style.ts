/** How a file is written, so that new code looks like its neighbours. */
export interface Style {
  readonly eol: '\n' | '\r\n'
  readonly indent: string
  readonly quote: "'" | '"'
  readonly semicolons: boolean
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function indentOf(text: string): string {
  if (/^\t/m.test(text)) return count(text, /^\t/gm) >= count(text, /^ {2}/gm) ? '\t' : '  '
  const widths = [...text.matchAll(/^( +)[^\s*]/gm)].map(([, spaces = '']) => spaces.length)
  if (widths.length === 0) return '  '
  const fitting = [4, 2, 3].find(
    (width) => widths.filter((each) => each % width === 0).length >= widths.length * 0.8,
  )
  return ' '.repeat(fitting ?? 2)
}

export function styleOf(text: string): Style {
  const crlf = count(text, /\r\n/g)
  return {
    eol: crlf * 2 > count(text, /\n/g) ? '\r\n' : '\n',
    indent: indentOf(text),
    quote: count(text, /"[^"'\n]*"/g) > count(text, /'[^"'\n]*'/g) ? '"' : "'",
    semicolons: count(text, /;[ \t]*\r?$/gm) * 4 > count(text, /[\w)'"`][ \t]*\r?$/gm),
  }
}

/** The white space at the head of the line in which an offset stands. */
export function indentationAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? ''
}

/** Brings code written with two spaces and `\n` to the file's indentation and line ends. */
export function fitCode(code: string, style: Style, indentation: string): string {
  return code
    .split('\n')
    .map((line, index) => {
      const inner = line.replace(/^(?: {2})+/, (spaces) => style.indent.repeat(spaces.length / 2))
      return index === 0 || inner === '' ? inner : indentation + inner
    })
    .join(style.eol)
}

/** Code of the file in the form that {@link fitCode} takes: two spaces a level, from the left. */
export function quoteCode(code: string, style: Style, indentation: string): string {
  return code
    .split(/\r?\n/)
    .map((line, index) => {
      const inner =
        index > 0 && line.startsWith(indentation) ? line.slice(indentation.length) : line
      const units = new RegExp(`^(?:${style.indent})+`).exec(inner)?.[0].length ?? 0
      return '  '.repeat(units / style.indent.length) + inner.slice(units)
    })
    .join('\n')
}
