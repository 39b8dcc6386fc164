import type { Edit } from './edit.ts'

const settings =
  /(?:^|\/)(?:\.env[^/]*|[^/]*\.env|Dockerfile[^/]*)$|\.(?:ya?ml|toml|sh|ps1|mdx?|markdown)$/i

/** What stands before a name that is read from the environment or from settings made of it. */
const reading =
  /(?:\benv(?:iron(?:ment)?)?|[a-z]env|_ENV|_SERVER|GetEnvironmentVariable|\bENV|config\w*|settings?)['"\]]*\s*[?!]?[.([]+\s*(?:(?:get(?:Or\w+|env)?|fetch|require|key\?|dig)\s*(?:<[^<>]*>)?\s*[([]\s*)?['"`]?$/i

/** `{ A, B: b } = process.env`: names that also become variables. */
const taken = /\{([^{}]*)\}\s*=\s*(?:process|import\.meta|Bun|Deno)\.env\b/g

function shorthandEdits(text: string, from: string, to: string): readonly Edit[] {
  const edits: Edit[] = []
  for (const match of text.matchAll(taken)) {
    const inner = match[1] ?? ''
    const name = new RegExp(`(?<![\\w$])${from}(?![\\w$])(?=\\s*(:?))`, 'g')
    for (const { index, 1: colon } of inner.matchAll(name)) {
      const start = match.index + 1 + index
      edits.push([start, start + from.length, colon ? to : `${to}: ${from}`])
    }
  }
  return edits
}

/**
 * The edits that give one variable its new name. A name with ZOOM in it means the same wherever it
 * stands; a common one like `API_KEY` is changed in settings, and in code where it is read from the
 * environment.
 */
export function renameEdits(
  text: string,
  file: string,
  [from, to]: readonly [string, string],
): readonly Edit[] {
  const word = new RegExp(`(?<!\\w)${from}(?!\\w)`, 'g')
  const everywhere = settings.test(file) || /zoom/i.test(from)
  const found = [...text.matchAll(word)].filter(
    ({ index }) => everywhere || reading.test(text.slice(Math.max(0, index - 80), index)),
  )
  const edits = found.map(({ index }): Edit => [index, index + from.length, to])
  return everywhere ? edits : [...edits, ...shorthandEdits(text, from, to)]
}
