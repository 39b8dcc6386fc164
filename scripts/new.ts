// Makes the files of a new issue code or scan rule, with FILL IN wherever words or code are wanted:
//   node scripts/new.ts code mac-upper-case encoding
//   node scripts/new.ts rule hand-made-jwt
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Files, issuesFolder, newCode, newRule, rulesFile, ScaffoldError } from './scaffold.ts'

const root = join(import.meta.dirname, '..')

const read = (paths: readonly string[]): Files =>
  Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))

const groupFiles = globSync(`${issuesFolder}/*.ts`, { cwd: root }).filter((path) =>
  /IssueCode =\n/.test(readFileSync(join(root, path), 'utf8')),
)
const groups = groupFiles.map((path) => basename(path, '.ts')).sort()

const usage = `pnpm new:code CODE GROUP   GROUP is one of ${groups.join(', ')}
pnpm new:rule NAME`

function scaffold(kind: string, name: string, group: string): Files {
  if (kind === 'rule' && name !== '') return newRule(name, read([rulesFile]))
  if (kind === 'code' && groups.includes(group)) return newCode(name, group, read(groupFiles))
  throw new ScaffoldError(usage)
}

const next: Readonly<Record<string, string>> = {
  code: `Fill in the words; \`npx vitest run packages/spec\` says which are wanted. A note or a warning also
has a row in ${issuesFolder}/severity.ts. The docs page, the SARIF rule and the JSON follow.`,
  rule: `Fill in the rule and its case; \`npx vitest run packages/migrate/src/fixtures.test.ts\` says what is
wanted. Add a near miss as skip-NAME.input.js. The docs follow the code that it reports.`,
}

const [kind = '', name = '', group = ''] = process.argv.slice(2)
try {
  const files = scaffold(kind, name, group)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(path)
  }
  console.log(next[kind])
} catch (error) {
  if (!(error instanceof ScaffoldError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
