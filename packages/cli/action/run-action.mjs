// The GitHub Action of action.yml: runs sigshift once, and hands its reports to the runner. Plain
// JavaScript without dependencies, since it starts from a checkout in which nothing is installed.
import { spawn } from 'node:child_process'
import { appendFile, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const { env } = process
const largestSummary = 900_000

/** @type {Readonly<Record<string, readonly string[]>>} */
const commands = { scan: ['scan'], migrate: ['migrate', '--check'] }

/** An input of action.yml, which hands all of them over as variables. */
function input(name) {
  return (env[`SIGSHIFT_${name}`] ?? '').trim()
}

async function versionOfThis() {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8')
  return JSON.parse(text).version
}

function argumentsFor(command, folder) {
  const options = [
    ['--baseline', command === 'scan' ? input('BASELINE') : ''],
    ['--config', input('CONFIG')],
    ['--report', `json=${join(folder, 'report.json')}`],
    ['--report', `markdown=${join(folder, 'report.md')}`],
    ['--report', input('SARIF') && `sarif=${input('SARIF')}`],
  ].flatMap(([name, value]) => (value ? [name, value] : []))
  const paths = input('PATHS')
    .split('\n')
    .map((path) => path.trim())
    .filter((path) => path !== '')
  return [...commands[command], '--format', 'github', ...options, '--', ...paths]
}

/** Through bash, which finds npx on every runner, also where it is no plain program. */
function runSigshift(version, args) {
  const npx = ['--yes', '--', `sigshift@${version}`, ...args]
  const child = spawn('bash', ['-c', 'exec npx "$@"', 'npx', ...npx], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => resolve(exitCode ?? 3))
  })
}

async function append(path, text) {
  if (path) await appendFile(path, text)
}

async function handOver(folder, exitCode) {
  const { summary } = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))
  const outputs = { findings: summary.found, fixable: summary.fixable, 'exit-code': exitCode }
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`)
  await append(env.GITHUB_OUTPUT, lines.join(''))
  const report = await readFile(join(folder, 'report.md'), 'utf8')
  const isTooLong = Buffer.byteLength(report) > largestSummary
  const short = `## sigshift\n\n${summary.found} findings: too many to list here; see the log.\n`
  await append(env.GITHUB_STEP_SUMMARY, isTooLong ? short : report)
}

async function main() {
  const command = input('COMMAND') || 'scan'
  if (!Object.hasOwn(commands, command)) {
    process.stdout.write('::error::The input command is neither scan nor migrate.\n')
    return 2
  }
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'sigshift-'))
  const version = input('VERSION') || (await versionOfThis())
  const exitCode = await runSigshift(version, argumentsFor(command, folder))
  if (exitCode < 2) await handOver(folder, exitCode)
  return exitCode
}

process.exitCode = await main()
