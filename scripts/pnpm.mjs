// Runs pnpm on a machine that has only Node and npm: installs what the lockfile names when
// node_modules is older than it, then hands the arguments on. Plain JavaScript, so that any
// Node 18+ can start it; everything after it runs on the Node that the lockfile pins.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const windows = process.platform === 'win32'

function run(command, args, options) {
  // npm's and pnpm's launchers are .cmd files on Windows, which only a shell starts.
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows, ...options })
}

function hasPnpmOfSameMajor() {
  const { status, stdout } = run('pnpm', ['--version'], { stdio: 'pipe', encoding: 'utf8' })
  const major = packageManager.replace(/^pnpm@(\d+)\..*$/, '$1')
  return status === 0 && stdout.trim().startsWith(`${major}.`)
}

const marker = join(root, 'node_modules', '.modules.yaml')

function isInstalled() {
  if (!existsSync(marker)) return false
  const installedAt = statSync(marker).mtimeMs
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml'].every(
    (file) => statSync(join(root, file)).mtimeMs <= installedAt,
  )
}

const [command, ...prefix] = hasPnpmOfSameMajor()
  ? ['pnpm']
  : ['npx', '--yes', '--loglevel=error', packageManager]

function pnpm(args, options) {
  const { status, signal, error } = run(command, [...prefix, ...args], options)
  if (error) console.error(`${command}: ${error.message}`)
  if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 130 : 1))
}

function install() {
  // What was asked for may print JSON; this is no part of it.
  const stdio = ['inherit', process.stderr, 'inherit']
  pnpm(['install', '--frozen-lockfile', '--reporter=append-only'], { stdio })
  // pnpm leaves its marker as it is where it finds nothing to do.
  utimesSync(marker, new Date(), new Date())
}

if (!isInstalled()) install()
if (process.argv.length > 2) pnpm(process.argv.slice(2))
