import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratch, signingEnvironment } from './programs.ts'

const root = join(import.meta.dirname, '../..')

/** What stands for the servers that pages name. */
export interface Servers {
  /** The hosted signer. */
  readonly signer: string
  /** What answers as https://zoom.us does. */
  readonly zoom: string
}

/** `$1` where it is no server of ours; else ours. */
const lead = `
here() {
  case "$1" in
    http://127.0.0.1:4000*|http://localhost:4000*) echo "$SIGNER";;
    https://example.com/*|http://localhost:3000/*) echo "$SIGNER";;
    https://zoom.us/*) echo "$ZOOM\${1#https://zoom.us/}";;
    *) echo "$1";;
  esac
}
with_our_servers() {
  local program="$1" args=() arg
  shift
  for arg; do args+=("$(here "$arg")"); done
  "$program" "\${args[@]}"
}
run_sigshift() { "$NODE" --conditions=@sigshift/source "$ROOT/packages/cli/src/main.ts" "$@"; }
sigshift() {
  local status=0
  with_our_servers run_sigshift "$@" || status=$?
  # 1 is a verdict; 2 is a call that does not exist.
  [ "$status" -le 1 ]
}
# Dots stand for the reader's own values, which the environment has.
export() { :; }
npx() { [ "$1" = sigshift ] && shift && sigshift "$@"; }
# Nothing of ours is on the registry before its release, so the names are looked up here.
npm() {
  case "$1" in
    install) grep -qs "\\"name\\": \\"$2\\"" "$ROOT"/packages/*/package.json;;
    *) grep -q "^    \\"$1\\":" "$ROOT/package.json";;
  esac
}
curl() { with_our_servers command curl --fail "$@"; }
pbpaste() { sigshift sign --meeting-number 84512367890 --role 0; }
`

/** The old code and the settings that the READMEs scan. */
function writeProject(folder: string): void {
  mkdirSync(join(folder, 'server'))
  mkdirSync(join(folder, 'apps/api'), { recursive: true })
  cpSync(join(root, 'apps/api/.env.example'), join(folder, 'apps/api/.env.example'))
  writeFileSync(join(folder, '.env.example'), 'ZOOM_JWT_API_KEY=\n')
  writeFileSync(
    join(folder, 'server/zoom.js'),
    'module.exports = (key, secret, n) => ZoomMtg.generateSignature({ apiKey: key, apiSecret: secret, meetingNumber: n, role: 0 })\n',
  )
}

export interface Ended {
  readonly status: number | null
  readonly printed: string
}

/** Runs lines of shell as a reader would type them, in a project of his, up to the first that fails. */
export async function runShell(lines: string, { signer, zoom }: Servers): Promise<Ended> {
  const cwd = mkdtempSync(join(scratch, 'shell-'))
  writeProject(cwd)
  const file = join(cwd, '.typed.sh')
  writeFileSync(file, `set -euo pipefail\n${lead}\n${lines}`)
  // A secret is asked for on a terminal, which `script` is; it takes a second or two to end.
  const [program = 'bash', ...args] = lines.includes('--ask-secret')
    ? ['script', '-qec', `bash ${file}`, '/dev/null']
    : ['bash', file]
  const child = spawn(program, args, {
    cwd,
    env: {
      PATH: process.env.PATH,
      ...signingEnvironment,
      NODE: process.execPath,
      ROOT: root,
      SIGNER: signer,
      ZOOM: zoom,
    },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk
    })
  }
  // What asks for nothing may have ended before this is written.
  child.stdin.on('error', () => {})
  child.stdin.end(`${signingEnvironment.ZOOM_MEETING_SDK_SECRET}\n`)
  const status = await new Promise<number | null>((ended) => child.on('close', ended))
  return { status, printed }
}
