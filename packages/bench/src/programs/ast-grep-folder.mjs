import { js } from '@ast-grep/napi'

// What ast-grep does for the JavaScript part alone: parse each file and look for one call.
let seen = 0
let found = 0
const rule = { any: [{ pattern: '$$$.createHmac($$$)' }, { pattern: 'createHmac($$$)' }] }
const files = await js.findInFiles(
  { paths: [process.argv[2] ?? '.'], matcher: { rule } },
  (error, nodes) => {
    if (error) throw error
    seen += 1
    found += nodes.length
  },
)
// The promise is done when all files are parsed; the callbacks may still be on their way.
const isDone = () => seen >= files
while (!isDone() && found < 100) await new Promise((resolve) => setTimeout(resolve, 1))
console.log(found)
