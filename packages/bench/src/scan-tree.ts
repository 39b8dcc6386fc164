import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const filler: Readonly<Record<string, string>> = {
  js: 'export function total(items) {\n  return items.reduce((sum, { price, count }) => sum + price * count, 0)\n}\n',
  ts: 'export const names = (users: readonly User[]): string[] => users.map(({ name }) => name.trim())\n',
  py: 'def mean(values):\n    return sum(values) / len(values) if values else 0.0\n',
  php: "function greet(string $name): string\n{\n    return 'Hello, ' . ucfirst($name) . '!';\n}\n",
  html: '<section class="card"><h2>Title</h2><p>Some words of text that say little.</p></section>\n',
}

/** What the rules look for, in one file of a hundred; a fifth of these is the old signature. */
const webhook =
  "const mac = createHmac('sha256', secret).update(body).digest('hex')\nif (mac !== given) throw new Error('no')\n"
const legacy = `const crypto = require('crypto')
module.exports = (key, secret, mn, role) => {
  const ts = Date.now() - 30000
  const msg = Buffer.from(key + mn + ts + role).toString('base64')
  const hash = crypto.createHmac('sha256', secret).update(msg).digest('base64')
  return Buffer.from(\`\${key}.\${mn}.\${ts}.\${role}.\${hash}\`).toString('base64')
}
`

const bytesPerFile = 10_800
const filesPerFolder = 50

/** Writes source files of the size that hand-written ones have, and says how many bytes they are. */
export function writeSourceTree(root: string, files: number): number {
  const kinds = Object.entries(filler)
  let bytes = 0
  for (let index = 0; index < files; index += 1) {
    const marked = index % 100 === 0
    const [extension, line] = kinds[marked ? 0 : index % kinds.length] as [string, string]
    const head = marked ? (index % 500 === 0 ? legacy : webhook) : ''
    const open = extension === 'php' ? '<?php\n' : ''
    const text = open + head + line.repeat(Math.ceil(bytesPerFile / line.length))
    const folder = join(root, `p${Math.floor(index / filesPerFolder)}`, 'src')
    if (index % filesPerFolder === 0) mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `f${index}.${extension}`), text)
    bytes += text.length
  }
  return bytes
}
