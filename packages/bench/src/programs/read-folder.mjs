import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// The least that Node can do with a tree: read every file and look for one word.
let found = 0
for (const entry of readdirSync(process.argv[2] ?? '.', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  if (readFileSync(join(entry.parentPath, entry.name)).indexOf('Hmac') >= 0) found += 1
}
console.log(found)
