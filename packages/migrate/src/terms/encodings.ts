import { plain, type Term, type TermOf } from './term.ts'

export const base64 = (of: Term): TermOf => ({ kind: 'base64', of, plus: true, padding: true })
export const base64url = (of: Term): TermOf => ({ kind: 'base64', of, plus: false, padding: false })
export const hex = (of: Term): TermOf => ({ kind: 'hex', of })

/** Text made from bytes by a named encoding, as `toString('base64')` and `digest('hex')` do. */
export function encoded(of: Term, encoding: string | undefined): Term | TermOf {
  switch (encoding?.toLowerCase()) {
    case 'base64':
      return base64(of)
    case 'base64url':
      return base64url(of)
    case 'hex':
      return hex(of)
    default:
      return of
  }
}

/** What replacing, in a base64 text, makes of it: the url-safe alphabet, no padding. */
export function replaced(of: Term, pattern: string): Term | TermOf {
  const inner = plain(of)
  if (inner.kind !== 'base64') return of
  const plus = /[+/]/.test(pattern.replace(/^\/|\/[a-z]*$|(?<!\\)[+*]\$?(?:\/[a-z]*)?$/g, ''))
    ? false
    : inner.plus
  const padding = pattern.includes('=') ? false : inner.padding
  return { kind: 'base64', of: inner.of, plus, padding }
}

/** The items of a joined list, with the separator between them. */
export function joined(
  items: readonly Term[],
  separator: string,
  text: (value: string) => Term,
): TermOf {
  const parts = items.flatMap((item, index) =>
    index > 0 && separator !== '' ? [text(separator), item] : [item],
  )
  return { kind: 'concat', parts }
}

const placeholder = /%(?:\d+\$)?[-0-9.]*[sdiufv]|\{\d*(?::[^}]*)?\}|%%/g

/** printf and its relatives: `%s.%d`, `{0}.{1}`, `{}{}`. */
export function formatted(
  template: string,
  args: readonly Term[],
  text: (value: string) => Term,
): TermOf {
  const parts: Term[] = []
  let end = 0
  let next = 0
  for (const match of template.matchAll(placeholder)) {
    if (match.index > end) parts.push(text(template.slice(end, match.index)))
    end = match.index + match[0].length
    if (match[0] === '%%') {
      parts.push(text('%'))
      continue
    }
    const index = /^\{(\d+)/.exec(match[0])?.[1] ?? /^%(\d+)\$/.exec(match[0])?.[1]
    const at = index === undefined ? next++ : Number(index) - (match[0].startsWith('%') ? 1 : 0)
    const arg = args[at]
    if (arg) parts.push(arg)
  }
  if (end < template.length) parts.push(text(template.slice(end)))
  return { kind: 'concat', parts }
}
