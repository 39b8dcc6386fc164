import { fileVariable, type Setting } from './setting.ts'
import { settings } from './settings.ts'

const rows: readonly Setting[] = Object.values<Setting>(settings)

/** The text of `.env.example`. */
export function renderEnvExample(): string {
  const entries = rows.map((row) => {
    const orFile = row.secret ? `# Or the path of a file with it: ${fileVariable(row)}\n` : ''
    return `# ${row.meaning}\n${orFile}${row.default ? '# ' : ''}${row.name}=${row.default ?? ''}\n`
  })
  return `# Copy to .env beside this file. Variables that are set already win over it.\n\n${entries.join('\n')}`
}

/** The settings of the README, as a Markdown table. */
export function renderSettingsTable(): string {
  const lines = rows.map((row) => {
    const names = row.secret ? `\`${row.name}\` or \`${fileVariable(row)}\`` : `\`${row.name}\``
    return `| ${names} | ${row.default ? `\`${row.default}\`` : ''} | ${row.meaning} |`
  })
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...lines].join('\n')
}

/** What `--help` prints. */
export function renderHelp(): string {
  const width = Math.max(...rows.map(({ name }) => name.length))
  const lines = rows.map(
    ({ name, meaning, default: text }) =>
      `  ${name.padEnd(width)}  ${meaning}${text ? ` [${text}]` : ''}`,
  )
  return `Sigshift signer: Zoom Meeting SDK signatures over HTTP.

It is set by environment variables, or by a file .env in the working directory:
${lines.join('\n')}

A secret can stand in a file instead: ${rows
    .filter(({ secret }) => secret)
    .map(fileVariable)
    .join(', ')}
name its path.

Options:
  --help         print this
  --env-example  print a .env file to fill in
  --new-key      print a new caller key, and its hash for ACCESS_FILE
`
}
