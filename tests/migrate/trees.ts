import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A file with the old signature, found and rewritten in every tree. */
export const old = `const crypto = require('crypto')
module.exports = (key, secret, mn, role) => {
  const ts = Date.now() - 30000
  const msg = Buffer.from(key + mn + ts + role).toString('base64')
  const hash = crypto.createHmac('sha256', secret).update(msg).digest('base64')
  return Buffer.from(\`\${key}.\${mn}.\${ts}.\${role}.\${hash}\`).toString('base64')
}
`

export type Files = Readonly<Record<string, string | Uint8Array>>

export function writeTree(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

export function makeTree(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'sigshift-tree-'))
  writeTree(root, files)
  return root
}

/** Also where paths are too long for Node, and folders may not be read. */
export function removeTree(root: string): void {
  execFileSync('chmod', ['-R', 'u+rwx', root], { stdio: 'ignore' })
  execFileSync('rm', ['-rf', root])
}
