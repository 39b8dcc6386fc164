import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { call } from '../../testing/call.ts'
import { commitAll, createTree, git, removeTrees } from '../../testing/tree.ts'

afterEach(removeTrees)

const server = `const Base64 = require('js-base64').Base64
const CryptoJS = require('crypto-js')

exports.sign = (meetingNumber, role) => {
  const timestamp = new Date().getTime() - 30000
  const msg = Base64.encode(process.env.ZOOM_JWT_API_KEY + meetingNumber + timestamp + role)
  const hash = CryptoJS.HmacSHA256(msg, process.env.ZOOM_JWT_API_SECRET).toString(CryptoJS.enc.Base64)
  return Base64.encode(
    \`\${process.env.ZOOM_JWT_API_KEY}.\${meetingNumber}.\${timestamp}.\${role}.\${hash}\`,
  )
}
`

const page = `import { ZoomMtg } from '@zoomus/websdk'

export function join(signature, sdkKey, meetingNumber, userName) {
  ZoomMtg.join({ signature, sdkKey, meetingNumber, userName })
}
`

const manifest = `{
  "name": "shop",
  "dependencies": {
    "@zoomus/websdk": "^2.3.0",
    "crypto-js": "^4.1.1",
    "express": "^4.18.0",
    "js-base64": "^3.7.2"
  }
}
`

const lockfile = '{ "lockfileVersion": 3, "packages": {} }\n'

const files = {
  'server/sign.js': server,
  'web/join.js': page,
  'package.json': manifest,
  'package-lock.json': lockfile,
  '.env.example': 'ZOOM_JWT_API_KEY=\nZOOM_JWT_API_SECRET=\n',
  'docker-compose.yml':
    'services:\n  web:\n    environment:\n      - ZOOM_JWT_API_KEY=$ZOOM_JWT_API_KEY\n      - ZOOM_JWT_API_SECRET\n',
  'README.md': 'Set `ZOOM_JWT_API_KEY` and `ZOOM_JWT_API_SECRET`.\n',
}

const argv = ['migrate', '--rename-env', 'legacy', '--package']

async function readAll(cwd: string): Promise<Readonly<Record<string, string>>> {
  const names = Object.keys(files)
  const texts = await Promise.all(names.map((name) => readFile(join(cwd, name), 'utf8')))
  return Object.fromEntries(names.map((name, i) => [name, texts[i] ?? '']))
}

describe('--rename-env and --package', () => {
  test('rename code, settings and manifest alike; the lockfile is left, and told', async () => {
    const cwd = await createTree(files)
    commitAll(cwd)
    const { exitCode, stdout } = await call([...argv, '--write'], { cwd })
    expect(stdout.replaceAll('\n', ' ')).toContain(
      'Lockfiles are left alone: run npm install afterwards. Variables that are renamed want new values',
    )
    const after = await readAll(cwd)
    expect(Object.values(after).join('')).not.toMatch(/ZOOM_JWT|@zoomus\/websdk/)
    expect(after['server/sign.js']).toMatch(
      /createSigner\(\{\s*sdkKey: process\.env\.ZOOM_MEETING_SDK_KEY,\s*sdkSecret: process\.env\.ZOOM_MEETING_SDK_SECRET,/,
    )
    expect(after['docker-compose.yml']).toContain(
      '- ZOOM_MEETING_SDK_KEY=$ZOOM_MEETING_SDK_KEY\n      - ZOOM_MEETING_SDK_SECRET\n',
    )
    expect(after['.env.example']).toBe('ZOOM_MEETING_SDK_KEY=\nZOOM_MEETING_SDK_SECRET=\n')
    expect(after['web/join.js']).toContain("from '@zoom/meetingsdk'")
    expect(after['web/join.js']).toContain('join({ signature, meetingNumber, userName })')
    expect(Object.keys(JSON.parse(after['package.json'] ?? '').dependencies)).toEqual([
      '@sigshift/signer',
      '@zoom/meetingsdk',
      'express',
    ])
    expect(after['package-lock.json']).toBe(lockfile)
    expect(exitCode).toBe(0)
    git(cwd, 'commit', '-qam', 'migrated')
    expect((await call([...argv, '--check'], { cwd })).exitCode).toBe(0)
  })

  test('come from the configuration too, for scan and in a plan', async () => {
    const config = '{ "renameEnv": ["legacy"], "package": true }'
    const cwd = await createTree({ ...files, 'sigshift.config.json': config })
    const scanned = await call(['scan', '--format', 'json'], { cwd })
    expect(JSON.parse(scanned.stdout).summary.manual).toBe(0)
    await call(['migrate', '--plan', 'plan.json'], { cwd })
    expect((await call(['migrate', '--apply', 'plan.json'], { cwd })).exitCode).toBe(0)
    expect(Object.values(await readAll(cwd)).join('')).not.toMatch(/ZOOM_JWT|@zoomus\/websdk/)
  })

  test('a name of one’s own is renamed in files that hold nothing else', async () => {
    const cwd = await createTree({
      'a.py': "import os\nkey = os.environ['ZOOM_API_KEY']\n",
      'b.yml': 'env:\n  ZOOM_API_KEY: x\n',
    })
    await call(['migrate', '--rename-env', 'ZOOM_API_KEY=SDK_KEY', '--write'], { cwd })
    expect(await readFile(join(cwd, 'a.py'), 'utf8')).toContain("os.environ['SDK_KEY']")
    expect(await readFile(join(cwd, 'b.yml'), 'utf8')).toBe('env:\n  SDK_KEY: x\n')
  })

  test('what bundlers want in front of a name stays', async () => {
    const cwd = await createTree({ '.env': 'VITE_ZOOM_JWT_API_KEY=a\n' })
    await call(['migrate', '--rename-env', 'legacy', '--write'], { cwd })
    expect(await readFile(join(cwd, '.env'), 'utf8')).toBe('VITE_ZOOM_MEETING_SDK_KEY=a\n')
  })

  test('settings that git ignores are not written, and are told of', async () => {
    const cwd = await createTree({
      '.gitignore': '.env\n',
      'app/sign.js': server,
      'app/.env': 'ZOOM_JWT_API_KEY=a\nZOOM_JWT_API_SECRET=b\n',
      '.env': 'OTHER=1\n',
    })
    const { stderr } = await call(['migrate', '--rename-env', 'legacy'], { cwd })
    expect(stderr.replaceAll('\n', ' ')).toBe(
      'sigshift: app/.env is left out of the scan and sets ZOOM_JWT_API_KEY, ZOOM_JWT_API_SECRET: rename that there by hand. ',
    )
  })

  test.each([
    [['ZOOM_KEY'], '--rename-env ZOOM_KEY has no new name.'],
    [['=A'], 'has an old name that no variable can have.'],
    [['ZOOM_KEY=k7Rq-2Zx9'], '--rename-env ZOOM_KEY=… has a new name that no variable can have.'],
    [['A=A'], '--rename-env A has the same name twice.'],
    [['A=B', 'A=C'], '--rename-env A has two new names.'],
    [['A=B', 'B=C'], '--rename-env has B as an old and as a new name.'],
  ])('%j is called wrongly, and no value is shown', async (rows, told) => {
    const cwd = await createTree({})
    const flags = rows.flatMap((row) => ['--rename-env', row])
    const { exitCode, stderr } = await call(['migrate', ...flags], { cwd })
    expect(exitCode).toBe(2)
    expect(stderr.replaceAll('\n', ' ')).toContain(told)
    expect(stderr).not.toContain('k7Rq')
  })
})
