import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** Runs a program of the workspace from its source, at a fixed width. */
function runProgram(program: string, ...args: readonly string[]): string {
  return execFileSync(
    process.execPath,
    ['--conditions=@sigshift/source', join(root, program), ...args],
    { cwd: root, encoding: 'utf8', env: { PATH: process.env.PATH, COLUMNS: '80', NO_COLOR: '1' } },
  ).trimEnd()
}

const cli = 'packages/cli/src/main.ts'
const api = 'apps/api/src/server.ts'

function block(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\`\n`
}

/** The names of the commands, as the help lists them. */
function commandNames(help: string): readonly string[] {
  const [, listed = ''] = /\nCommands:\n([\s\S]*?)\n\n/.exec(help) ?? []
  return [...listed.matchAll(/^ {2}(\w[\w-]*)/gm)].map(([, name = '']) => name)
}

/** What `sigshift --help` prints, and the help of each command. */
export function commandLineReference(): string {
  const help = runProgram(cli, '--help')
  const parts = commandNames(help).map(
    (name) => `## sigshift ${name}\n\n${block(runProgram(cli, name, '--help'))}`,
  )
  return `${block(help)}\n${parts.join('\n')}`
}

/** What the hosted signer says of its environment variables. */
export function signerHelp(): string {
  return block(runProgram(api, '--help'))
}

export function signerEnvExample(): string {
  return `\`\`\`ini\n${runProgram(api, '--env-example')}\n\`\`\`\n`
}
