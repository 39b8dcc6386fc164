/** Files of the repository by path, as they are or as they shall be. */
export type Files = Readonly<Record<string, string>>

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)+$/

export class ScaffoldError extends Error {
  override readonly name = 'ScaffoldError'
}

function checkName(name: string, isTaken: boolean): void {
  if (!kebab.test(name)) throw new ScaffoldError(`${name}: wanted words like mac-upper-case`)
  if (isTaken) throw new ScaffoldError(`${name} is there already`)
}

const toCamel = (name: string): string =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** Puts lines before the bracket that ends a declaration. */
function append(text: string, declaration: RegExp, end: string, lines: string): string {
  const start = text.search(declaration)
  const at = start < 0 ? -1 : text.indexOf(end, start)
  if (at < 0) throw new ScaffoldError(`no place found for ${declaration}`)
  return text.slice(0, at) + lines + text.slice(at)
}

export const issuesFolder = 'packages/spec/src/issues'

/** A row of the issue catalogue whose words the tests refuse until they are written. */
export function newCode(code: string, group: string, files: Files): Files {
  const path = `${issuesFolder}/${group}.ts`
  const text = files[path]
  const groups = Object.values(files).flatMap((one) => (/IssueCode =\n/.test(one) ? [one] : []))
  if (text === undefined) throw new ScaffoldError(`there is no group ${group}`)
  checkName(
    code,
    groups.some((one) => one.includes(`'${code}'`)),
  )
  const words = `  '${code}': {
    title: 'FILL IN what is wrong, at most 64 characters, no full stop.',
    cause: 'FILL IN why it fails, at most 160 characters, and a full stop',
    remedy: 'FILL IN what to change, in the imperative, and a full stop',
  },
`
  const named = text.replace(/(IssueCode =(?:\n {2}\| '[\w-]+')+)/, `$1\n  | '${code}'`)
  const worded = append(named, /Issues: .* = \{/, '\n}\n', `\n${words.trimEnd()}`)
  const sources = `\n  // FILL IN where it is told or was seen.\n  '${code}': ['inferred'],`
  return { [path]: append(worded, /Sources: .* = \{/, '\n}\n', sources) }
}

const rulesFolder = 'packages/migrate/src/rules'
const fixturesFolder = 'packages/migrate/fixtures/javascript'
export const rulesFile: string = `${rulesFolder}/rules.ts`

/** Imports are sorted by their path, as the linter wants them. */
function addImport(text: string, name: string): string {
  const imports = [...text.matchAll(/^import .* from '\.\/(.*)\.ts'\n/gm)]
  const before = imports.findLast(([, other = '']) => other < name)
  const at = before ? before.index + before[0].length : (imports[0]?.index ?? 0)
  const line = `import { ${toCamel(name)} } from './${name}.ts'\n`
  return text.slice(0, at) + line + text.slice(at)
}

function ruleSource(name: string): string {
  return `import type { Rule } from './rule.ts'

/** FILL IN: what code this finds. */
export const ${toCamel(name)}: Rule = {
  name: '${name}',
  // FILL IN: what it reports, of the catalogue; \`pnpm new:code\` makes a row there.
  codes: [],
  // FILL IN: lower-case words, one of which is in every file that it finds something in.
  markers: [],
  // FILL IN: walk over unit.root and give a match for each place.
  find: () => [],
}
`
}

/** A rule that finds nothing, its place in the list, and a case that fails until it finds something. */
export function newRule(name: string, files: Files): Files {
  const list = files[rulesFile] ?? ''
  checkName(name, list.includes(`'./${name}.ts'`))
  const imported = addImport(list, name)
  const expected = [{ code: 'FILL IN: the code that is reported', line: 1 }]
  return {
    [`${rulesFolder}/${name}.ts`]: ruleSource(name),
    [rulesFile]: append(imported, /export const rules: /, '\n]\n', `\n  ${toCamel(name)},`),
    [`${fixturesFolder}/${name}.input.js`]:
      '// FILL IN: the smallest file in which the rule finds something.\n',
    [`${fixturesFolder}/${name}.findings.json`]: `${JSON.stringify(expected, null, 2)}\n`,
  }
}
