import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Code that makes the old signature, and what `migrate` can rewrite. */
export const oldCode = `const crypto = require('crypto')

module.exports = function sign(apiKey, apiSecret, meetingNumber, role) {
  const timestamp = Date.now() - 30000
  const msg = Buffer.from(apiKey + meetingNumber + timestamp + role).toString('base64')
  const hash = crypto.createHmac('sha256', apiSecret).update(msg).digest('base64')
  return Buffer.from(\`\${apiKey}.\${meetingNumber}.\${timestamp}.\${role}.\${hash}\`).toString('base64')
}
`

/** What that becomes. */
export const newCode = `const { createSigner } = require('@sigshift/signer/sync')

module.exports = function sign(apiKey, apiSecret, meetingNumber, role) {
  return createSigner({ sdkKey: apiKey, sdkSecret: apiSecret }).sign({
    meetingNumber,
    role: Number(role),
  })
}
`

/** The line of \`oldCode\` that its finding is at. */
export const oldLine = 7

/** A setting that is reported, and that no rewrite touches. */
export const oldSetting = 'ZOOM_JWT_API_KEY=abc\n'

const made: string[] = []

/** A folder of its own with these files. */
export async function createTree(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'sigshift-cli-'))
  made.push(root)
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return root
}

export async function removeTrees(): Promise<void> {
  for (const root of made.splice(0)) await rm(root, { recursive: true, force: true })
}

const identity = [
  '-c',
  'user.name=t',
  '-c',
  'user.email=t@example.com',
  '-c',
  'commit.gpgsign=false',
]

/** Runs git in a folder; the settings of whoever runs the tests do not count. */
export function git(root: string, ...args: readonly string[]): string {
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  return execFileSync('git', [...identity, ...args], { cwd: root, env, encoding: 'utf8' })
}

/** Makes a folder a repository with everything in it committed. */
export function commitAll(root: string): void {
  git(root, 'init', '-q')
  git(root, 'add', '-A', '-f')
  git(root, 'commit', '-q', '-m', 'all')
}
