import type { Binding, Range } from '../languages/language.ts'

const blank = /^[ \t]*$/

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The offset after the line end that follows, or the text's end. */
function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

/** Whether a node stands in one of some ranges. */
export function inside(ranges: readonly Range[], node: Range): boolean {
  return ranges.some((range) => range.start <= node.start && node.end <= range.end)
}

/** `let x = old` loses its value and goes on declaring `x`. */
export function hollowOf({ node, value }: Binding): Range | undefined {
  const name = node.get('type') ?? node.get('name')
  if (node.type !== 'variable_declarator' || !name || !value) return undefined
  return { start: name.end, end: value.end }
}

const trailingComment = /^[ \t]*(?:\/\/.*|#.*|\/\*(?:(?!\*\/).)*\*\/[ \t]*)$/
/** Comments that tell a linter about the next line. */
const directive =
  /^[ \t]*(?:\/\/|#|\/\*)[ \t]*(?:phpcs:ignore|@?phpstan-ignore|@psalm-suppress|@ts-(?:ignore|expect-error)|(?:eslint|pylint|oxlint)[-:] ?disable-next|biome-ignore|noinspection|nosemgrep)\b/

function withDirective(text: string, start: number): number {
  const before = lineStart(text, start - 1)
  return start > 0 && directive.test(text.slice(before, start))
    ? withDirective(text, before)
    : start
}

/**
 * Where a range is all that its lines hold, the lines with what a comment in them says of it; else
 * the range with the space after it.
 */
export function wholeLines(text: string, { start, end: last }: Range): Range {
  const end = last + (/^[ \t]*;/.exec(text.slice(last, last + 20))?.[0].length ?? 0)
  const first = lineStart(text, start)
  const next = nextLine(text, end)
  const tail = text.slice(end, next).replace(/\r?\n$/, '')
  const alone = blank.test(tail) || trailingComment.test(tail)
  if (blank.test(text.slice(first, start)) && alone)
    return { start: withDirective(text, first), end: next }
  if (text[start] === ',') return { start, end }
  return { start, end: end + (/^[ \t]*/.exec(text.slice(end, next))?.[0].length ?? 0) }
}

/**
 * Joins ranges that touch and takes a blank line away where a removal would leave two of them in
 * a row, or one at the head of a block. Where something new comes in, the lines around it stay.
 */
export function tidyRemovals(
  text: string,
  ranges: readonly Range[],
  filled: readonly number[],
): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start)
  const joined: Range[] = []
  for (const range of sorted) {
    const last = joined.at(-1)
    const gap = last && text.slice(last.end, range.start)
    if (
      last &&
      (range.start <= last.end ||
        (gap !== undefined && /^(?:[ \t]*\r?\n)*$/.test(gap) && startsLine(text, last.end)))
    ) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    } else joined.push(range)
  }
  return joined.map((range) =>
    filled.some((offset) => range.start <= offset && offset <= range.end)
      ? range
      : tidy(text, range),
  )
}

function startsLine(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n'
}

function tidy(text: string, range: Range): Range {
  if (!startsLine(text, range.start) || !startsLine(text, range.end)) return range
  const before = text.slice(lineStart(text, range.start - 1), Math.max(0, range.start)).trim()
  const follows = text.slice(range.end, nextLine(text, range.end))
  const followedByBlank = follows !== '' && follows.trim() === ''
  const closes = /^[ \t]*[})\]]/.test(follows)
  if (closes && before === '' && range.start > 0)
    return { start: lineStart(text, range.start - 1), end: range.end }
  const opens = range.start === 0 || before === '' || /[{([:>]$/.test(before)
  return followedByBlank && opens ? { start: range.start, end: nextLine(text, range.end) } : range
}

/** Where something goes that takes the place of a removed node and of what is removed before it. */
export function headOfRemoved(gone: Range, text: string, removed: readonly Range[]): number {
  let start = removed.find((each) => each.start <= gone.start && gone.end <= each.end)?.start
  start ??= gone.start
  for (let before: Range | undefined; ; start = before.start) {
    const from: number = start
    before = removed.find(({ end }) => end <= from && text.slice(end, from).trim() === '')
    if (!before || before.end === before.start) return start
  }
}
