import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Some lines of source, the same but for a number: no file declares one name a hundred times. */
const filler: Readonly<Record<string, (number: number) => string>> = {
  js: (n) =>
    `export function total${n}(items) {\n  return items.reduce((sum, { price, count }) => sum + price * count, 0)\n}\n`,
  ts: (n) =>
    `export const names${n} = (users: readonly User[]): string[] => users.map(({ name }) => name.trim())\n`,
  py: (n) => `def mean_${n}(values):\n    return sum(values) / len(values) if values else 0.0\n`,
  php: (n) =>
    `function greet${n}(string $name): string\n{\n    return 'Hello, ' . ucfirst($name) . '!';\n}\n`,
  html: (n) =>
    `<section class="card"><h2>Title ${n}</h2><p>Some words of text that say little.</p></section>\n`,
}

function fill(extension: string, bytes: number): string {
  const line = filler[extension]
  if (!line) throw new TypeError(`no source is known for .${extension}`)
  return Array.from({ length: Math.ceil(bytes / line(100).length) }, (_, n) => line(n)).join('')
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

/** JavaScript with the old signature at its head, about as long as asked for. */
export function oldSource(bytes: number): string {
  return legacy + fill('js', bytes - legacy.length)
}

const bytesPerFile = 10_800
const filesPerFolder = 50

/** Writes source files of the size that hand-written ones have, and says how many bytes they are. */
export function writeSourceTree(root: string, files: number): number {
  const kinds = Object.keys(filler)
  let bytes = 0
  for (let index = 0; index < files; index += 1) {
    const marked = index % 100 === 0
    const extension = kinds[marked ? 0 : index % kinds.length] as string
    const head = marked ? (index % 500 === 0 ? legacy : webhook) : ''
    const open = extension === 'php' ? '<?php\n' : ''
    const text = open + head + fill(extension, bytesPerFile)
    const folder = join(root, `p${Math.floor(index / filesPerFolder)}`, 'src')
    if (index % filesPerFolder === 0) mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `f${index}.${extension}`), text)
    bytes += text.length
  }
  return bytes
}
