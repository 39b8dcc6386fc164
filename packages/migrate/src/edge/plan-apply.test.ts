import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileRewrite, ScanReport } from '../finding.ts'
import { type MigrationPlan, plan } from '../plan.ts'
import { applyEdits } from '../rewrite/edit.ts'
import { scan } from '../scan.ts'
import { sha256 } from '../sha256.ts'
import { apply } from './apply.ts'
import { grammarFiles } from './grammar-files.ts'

const oldCode = `import hmacSha256 from 'crypto-js/hmac-sha256'
import encBase64 from 'crypto-js/enc-base64'
import { Base64 } from 'js-base64'

export function sign(key, secret, mn, role) {
  const ts = Date.now() - 30000
  const msg = Base64.encode(key + mn + ts + role)
  const hash = encBase64.stringify(hmacSha256(msg, secret))
  return Base64.encodeURI(\`\${key}.\${mn}.\${ts}.\${role}.\${hash}\`)
}
`

const oldPython = `import base64, hashlib, hmac, time

def sign(key, secret, number, role):
    ts = int(round(time.time() * 1000)) - 30000
    message = base64.b64encode(bytes(key + number + str(ts) + role, 'utf-8'))
    mac = base64.b64encode(hmac.new(bytes(secret, 'utf-8'), message, hashlib.sha256).digest())
    text = "%s.%s.%s.%s.%s" % (key, number, ts, role, mac.decode('utf-8'))
    return base64.b64encode(bytes(text, 'utf-8')).decode('utf-8').rstrip('=')
`

const manifest = '{\n  "dependencies": { "crypto-js": "4", "js-base64": "3", "zod": "3" }\n}\n'

/** What a file may hold; some is rewritten, some is not, one depends on others. */
const contents: Readonly<Record<string, readonly string[]>> = {
  'package.json': [manifest, '{}\n'],
  'a.js': [oldCode, oldCode.replaceAll('\n', '\r\n'), '// hmac\n'],
  'lib/b.mjs': [oldCode, `\uFEFF${oldCode}`, "import AES from 'crypto-js/aes'\n"],
  'lib/package.json': ['{ "name": "lib" }', manifest],
  'c.py': [oldPython, `# 😀\n${oldPython}`, 'import hmac\n'],
  'README.md': [`# Signing\n\n\`\`\`js\n${oldCode}\`\`\`\n`, 'hmac in prose\n'],
  '.env': ['ZOOM_JWT_API_KEY=a\n', 'OTHER=a\n'],
}

/** A generator of the same numbers each time, below a bound. */
function numbers(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

type Files = ReadonlyMap<string, string>

function someFiles(below: (bound: number) => number): Files {
  const files = new Map<string, string>()
  for (const [path, texts] of Object.entries(contents)) {
    const text = texts[below(texts.length + 1)]
    if (text !== undefined) files.set(path, text)
  }
  return files
}

async function write(root: string, files: Files): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(join(root, path, '..'), { recursive: true })
    await writeFile(join(root, path), text)
  }
}

async function read(root: string, files: Files): Promise<Files> {
  const texts = [...files.keys()].map(
    async (path): Promise<[string, string]> => [path, await readFile(join(root, path), 'utf8')],
  )
  return new Map(await Promise.all(texts))
}

/** What the plan promises: each file at once, in order, or not at all. */
function promised(
  files: Files,
  rewrites: readonly FileRewrite[],
  changed: string | undefined,
): {
  readonly after: Files
  readonly outcomes: readonly string[]
} {
  const after = new Map(files)
  const outcomes: string[] = []
  for (const { file, edits, needs = [] } of rewrites) {
    const waits = needs.some((need) => need.file === changed)
    const outcome = file === changed ? 'changed-since-scan' : waits ? 'waits-for-others' : 'written'
    outcomes.push(`${file}: ${outcome}`)
    if (outcome === 'written') after.set(file, applyEdits(files.get(file) ?? '', edits))
  }
  return { after, outcomes }
}

const options = { grammars: grammarFiles, renameEnv: { ZOOM_JWT_API_KEY: 'ZOOM_MEETING_SDK_KEY' } }

async function scanned(files: Files): Promise<ScanReport> {
  return scan(
    [...files].map(([path, text]) => ({ path, text })),
    options,
  )
}

/** Applies a plan twice to a tree in which one file may have changed; what became of each file. */
async function tryOut(
  planned: MigrationPlan,
  files: Files,
  changed: string | undefined,
): Promise<readonly string[]> {
  const root = await mkdtemp(join(tmpdir(), 'sigshift-model-'))
  await write(root, files)
  const { after, outcomes } = promised(files, planned.files, changed)
  const applied = await apply(JSON.parse(JSON.stringify(planned)), root)
  expect(applied.map(({ file, outcome }) => `${file}: ${outcome}`)).toEqual(outcomes)
  expect(await read(root, files)).toEqual(after)
  for (const { file, becomes } of planned.files) {
    const isWritten = outcomes.includes(`${file}: written`)
    expect((await sha256(after.get(file) ?? '')) === becomes).toBe(isWritten)
  }
  const again = await apply(planned, root)
  expect(again.map(({ outcome }) => outcome)).toEqual(
    applied.map(({ outcome }) => (outcome === 'written' ? 'already-applied' : outcome)),
  )
  expect(await read(root, files)).toEqual(after)
  await rm(root, { recursive: true })
  return outcomes
}

test('a plan does to any tree what it promises, once, and leaves all else as it was', async () => {
  const below = numbers(8)
  const outcomes: string[] = []
  let unplanned = 0
  for (let run = 0; run < 60; run += 1) {
    const files = someFiles(below)
    const { rewrites } = await scanned(files)
    const left = below(2) === 0 ? undefined : [...files.keys()][below(files.size)]
    const planned = plan({ rewrites }, ({ file }) => file !== left)
    unplanned += rewrites.length - planned.files.length
    const changed = below(3) === 0 ? planned.files[below(planned.files.length)]?.file : undefined
    const changes = changed === undefined ? [] : [[changed, `${files.get(changed)}\n`] as const]
    outcomes.push(...(await tryOut(planned, new Map([...files, ...changes]), changed)))
  }
  const times = (outcome: string): number =>
    outcomes.filter((each) => each.endsWith(`: ${outcome}`)).length
  expect(times('written')).toBeGreaterThan(50)
  expect(times('changed-since-scan')).toBeGreaterThan(5)
  expect(times('waits-for-others')).toBeGreaterThan(2)
  expect(unplanned).toBeGreaterThan(5)
})

test('a tree that was rewritten is left alone by the next scan', async () => {
  const below = numbers(9)
  for (let run = 0; run < 30; run += 1) {
    const files = someFiles(below)
    const { after } = promised(files, plan(await scanned(files)).files, undefined)
    expect((await scanned(after)).rewrites).toEqual([])
  }
})
