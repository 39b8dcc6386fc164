// Loaded before the signer by `npm start`: names the folder of the documentation site for it, and
// builds the site there in the background where what it is made of has changed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'

const { argv, env } = process
const root = join(import.meta.dirname, '..')
const cache = join(root, 'node_modules/.cache/docs')

/** What a page can be made of. */
const sources = [
  'docs/{.vitepress,issues,migrate,reference,scripts,snippets,symptoms,public}/**/*.*',
  'docs/*.*',
  '{packages,apps}/*/src/**/*.ts',
  '{packages,apps}/*/*.{md,json}',
  '*.{md,yaml}',
]
const made = /[\\/](?:\.vitepress[\\/](?:cache|dist|\.temp)|reference[\\/]packages)[\\/]/

/** Names the state of the sources: the same one, the same site. */
function stateOfSources(): string {
  const hash = createHash('sha256')
  for (const path of globSync(sources, { cwd: root }).sort()) {
    if (!made.test(path)) hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex').slice(0, 16)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

const neededVariables = ['PATH', 'HOME', 'SystemRoot', 'TEMP', 'TMPDIR']

/** The build needs nothing of what the signer is set by. */
function neededOf(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(neededVariables.map((name) => [name, all[name]]))
}

function buildInBackground(folder: string): void {
  const build = spawn(
    process.execPath,
    ['--conditions=@sigshift/source', 'scripts/build-site.ts', folder],
    {
      cwd: join(root, 'docs'),
      env: { ...neededOf(env), SIGSHIFT_DOCS_BASE: '/docs/' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let faults = ''
  build.stderr.on('data', (chunk) => {
    faults += chunk
  })
  // Signing goes first.
  if (build.pid !== undefined) setPriority(build.pid, 10)
  const stop = (): boolean => build.kill()
  process.once('exit', stop)
  build.once('exit', (code) => {
    process.off('exit', stop)
    if (code === 0) say('The documentation is built.')
    else process.stderr.write(`The documentation could not be built:\n${faults}\n`)
  })
  build.once('error', ({ message }) => {
    process.stderr.write(`The documentation could not be built: ${message}\n`)
  })
}

function prepareDocs(): void {
  const folder = join(cache, stateOfSources())
  env.DOCS_FOLDER = folder
  if (existsSync(join(folder, 'index.html'))) return
  for (const older of existsSync(cache) ? readdirSync(cache) : []) {
    rmSync(join(cache, older), { recursive: true, force: true })
  }
  mkdirSync(folder, { recursive: true })
  say('The documentation is being built in the background; /docs shows it when it is there.\n')
  buildInBackground(folder)
}

// With an option such as --help the signer does not start.
if (argv.length === 2 && !env.DOCS_FOLDER) prepareDocs()
