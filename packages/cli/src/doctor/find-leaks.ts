import type { Evidence } from '@sigshift/spec'

const shortestSecret = 8
const deepest = 8

const secretInText =
  /\b\w{0,40}(?:sdk|api|app|client|zoom)\w{0,40}secret\w{0,10}(?:["']|&quot;)?\s{0,4}[:=]\s{0,4}(?:["']|&quot;)?[^\s"'<>&,;{}]{8,}/i

/** How stack traces of the languages that endpoints are written in look. */
const traces: readonly (readonly [language: string, pattern: RegExp])[] = [
  ['JavaScript', /\bat [^\n]{0,160}(?:\/|[A-Z]:\\|node:)[^\n]{1,160}:\d+:\d+/],
  [
    'Python',
    /Traceback \(most recent call last\)|\bFile (?:"|&quot;|\\")[^\n]{1,200}, line \d+, in /,
  ],
  ['Java', /\bat [\w$.]{3,160}\([\w$]{1,80}\.(?:java|kt|scala):\d+\)/],
  ['PHP', /#\d+ [^\n]{1,200}\.php(?:\(\d+\)|:\d+)|\bin [^\n]{1,200}\.php on line (?:<b>)?\d+/],
  ['.NET', /\bat [\w.<>`]{3,160}\([^)\n]{0,160}\) in [^\n]{1,200}:line \d+/],
  ['Ruby', /\.rb:\d+:in [`']/],
  ['Go', /goroutine \d+ \[running\]|\.go:\d+ \+0x[0-9a-f]+/],
]

/** Every text in a JSON value with the names that lead to it, or the body itself where it is no JSON. */
function textsOf(body: string): readonly (readonly [path: string, text: string])[] {
  const texts: (readonly [string, string])[] = []
  const visit = (value: unknown, path: string, depth: number): void => {
    if (typeof value === 'string') texts.push([path, value])
    if (depth > deepest || typeof value !== 'object' || value === null) return
    for (const [name, member] of Object.entries(value)) {
      visit(member, path ? `${path}.${name.slice(0, 40)}` : name.slice(0, 40), depth + 1)
    }
  }
  try {
    visit(JSON.parse(body), '', 0)
    return texts
  } catch {
    return [['', body]]
  }
}

function namesSecret(path: string): boolean {
  const name = (path.split('.').at(-1) ?? '').replace(/[_-]/g, '').toLowerCase()
  return name.endsWith('secret') || name.endsWith('secretkey')
}

/** Secrets that were given are known by their value, others by the name that they stand under. */
export function findSecrets(
  where: string,
  body: string,
  known: readonly string[],
): readonly Evidence[] {
  const isKnown = known.some(
    (secret) =>
      secret.length >= shortestSecret &&
      (body.includes(secret) || body.includes(JSON.stringify(secret).slice(1, -1))),
  )
  if (isKnown) return [{ field: where, seen: 'the secret that you gave' }]
  return textsOf(body)
    .flatMap(([path, text]) => {
      if (namesSecret(path) && text.length >= shortestSecret) {
        return [{ field: where, seen: `${path}, text of ${text.length} characters` }]
      }
      return secretInText.test(text) ? [{ field: where, seen: 'a secret in its text' }] : []
    })
    .slice(0, 3)
}

export function findTraces(where: string, body: string): readonly Evidence[] {
  const all = textsOf(body)
    .map(([, text]) => text)
    .join('\n')
  const found = traces.find(([, pattern]) => pattern.test(all))
  return found ? [{ field: where, seen: `a stack trace of ${found[0]}` }] : []
}
