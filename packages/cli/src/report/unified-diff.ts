import { createTwoFilesPatch } from 'diff'
import { codeLine } from '../terminal/code-line.ts'
import { printable } from '../terminal/printable.ts'

const escapes: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

/** A name as `git diff` writes it, and `git apply` reads it: in quotes where it would break a line. */
export function quotePath(path: string): string {
  if (printable(path) === path && !/["\\]/.test(path)) return path
  const inner = path.replace(/["\\]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    const known = escapes[character]
    if (known) return known
    return [...new TextEncoder().encode(character)]
      .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
      .join('')
  })
  return `"${inner}"`
}

/** The difference between two versions of a file, as `git apply` takes it. */
export function unifiedDiff(file: string, before: string, after: string): string {
  const [, , , , ...hunks] = createTwoFilesPatch('', '', before, after, '', '', {
    context: 3,
  }).split('\n')
  // A tab tells tools where a name with spaces ends.
  const end = file.includes(' ') ? '\t' : ''
  const names = [`--- ${quotePath(`a/${file}`)}${end}`, `+++ ${quotePath(`b/${file}`)}${end}`]
  return [...names, ...hunks.map(codeLine)].join('\n')
}
