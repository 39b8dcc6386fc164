import type { Positions } from './syntax/positions.ts'

const nextLine = /sigshift-ignore-next-line(?:[ \t]+([a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9-]+)*))?/

/**
 * Whether the line above says to pass over a finding: `sigshift-ignore-next-line CODE reason`, in
 * a comment of any style. Without a code it is about every finding of the line.
 */
export function isSuppressed(
  text: string,
  positions: Positions,
  { code, line }: { readonly code: string; readonly line: number },
): boolean {
  const match = nextLine.exec(positions.textOf(line - 1, text))
  if (!match) return false
  const codes = match[1]?.split(/[ \t]*,[ \t]*/)
  return codes === undefined || codes.includes(code)
}
