/** One fenced `ts` block of a docstring or a README, with where it stands. */
export interface Example {
  readonly path: string
  readonly line: number
  readonly code: string
}

function fencedBlocks(path: string, text: string, firstLine: number): Example[] {
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map((match) => ({
    path,
    line: firstLine + text.slice(0, match.index).split('\n').length,
    code: match[1] as string,
  }))
}

/** The `@example` blocks of every docstring in a TypeScript file, or every `ts` block of a Markdown file. */
export function findExamples(path: string, text: string): Example[] {
  if (path.endsWith('.md')) return fencedBlocks(path, text, 0)
  return [...text.matchAll(/\/\*\*.*?\*\//gs)].flatMap((docstring) => {
    const firstLine = text.slice(0, docstring.index).split('\n').length - 1
    return fencedBlocks(path, docstring[0].replace(/^ *\* ?/gm, ''), firstLine)
  })
}

/** The lines up to a `// =>` belong to the expression that it shows. */
const shown = /^(?<code>(?!const |let |import |export ).*?)(?:\/\/ => |^\/\/ => )(?<value>.+)$/

/**
 * A program that runs the example and fails where an expression is not what `// =>` says. The
 * comment may stand behind the expression or on the line below it.
 */
export function toProgram({ code }: Example): string {
  const lines = code.split('\n')
  const program: string[] = ["import assert__ from 'node:assert/strict'"]
  for (const line of lines) {
    const match = shown.exec(line)
    if (!match?.groups) {
      program.push(line)
      continue
    }
    const { value } = match.groups
    const expression = match.groups.code?.trim() || program.pop()
    program.push(`assert__.deepEqual(${expression}, ${value})`)
  }
  return program.join('\n')
}
