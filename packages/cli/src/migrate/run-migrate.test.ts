import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { call } from '../../testing/call.ts'
import {
  commitAll,
  createTree,
  git,
  newCode,
  oldCode,
  oldLine,
  oldSetting,
  removeTrees,
} from '../../testing/tree.ts'

afterEach(removeTrees)

const read = (cwd: string, file: string): Promise<string> => readFile(join(cwd, file), 'utf8')

describe('by default', () => {
  test('the diff is shown, nothing is written, and 1 says that something is to be done', async () => {
    const cwd = await createTree({ 'src/sign.js': oldCode })
    const { exitCode, stdout } = await call(['migrate'], { cwd })
    expect(exitCode).toBe(1)
    expect(stdout).toBe(
      [
        '--- a/src/sign.js',
        '+++ b/src/sign.js',
        '@@ -1,8 +1,8 @@',
        "-const crypto = require('crypto')",
        "+const { createSigner } = require('@sigshift/signer/sync')",
        ' ',
        ' module.exports = function sign(apiKey, apiSecret, meetingNumber, role) {',
        '-  const timestamp = Date.now() - 30000',
        "-  const msg = Buffer.from(apiKey + meetingNumber + timestamp + role).toString('base64')",
        "-  const hash = crypto.createHmac('sha256', apiSecret).update(msg).digest('base64')",
        `-${oldCode.split('\n')[oldLine - 1]}`,
        '+  return createSigner({ sdkKey: apiKey, sdkSecret: apiSecret }).sign({',
        '+    meetingNumber,',
        '+    role: Number(role),',
        '+  })',
        ' }',
        '',
        '✗ 1 file to be rewritten',
        '',
        'Scanned 1 file, parsed 1, skipped none.',
        'Found 1: 1 rewritable, 0 by hand; would rewrite 1 file.',
        '',
        'Nothing was written; --write or --interactive does it. The new code imports',
        '@sigshift/signer: npm install @sigshift/signer',
        '',
      ].join('\n'),
    )
    expect(await read(cwd, 'src/sign.js')).toBe(oldCode)
  })

  test('what is printed can be piped into git apply', async () => {
    const cwd = await createTree({
      'a b/sign.js': oldCode.replaceAll('\n', '\r\n'),
      'c.js': oldCode,
    })
    const { stdout } = await call(['migrate'], { cwd })
    await writeFile(join(cwd, 'all.patch'), stdout)
    git(cwd, 'apply', '--whitespace=nowarn', 'all.patch')
    expect(await read(cwd, 'a b/sign.js')).toBe(newCode.replaceAll('\n', '\r\n'))
    expect(await read(cwd, 'c.js')).toBe(newCode)
  })

  test('a secret in the code is in no diff, and it is said that the diff leaves it out', async () => {
    const secret = 'k7Rq2Zx9Lm4Tn8Vb3Wc6'
    const code = oldCode.replace('apiSecret).update', `'${secret}').update`)
    const cwd = await createTree({ 'sign.js': code })
    for (const format of ['text', 'json', 'sarif', 'github', 'markdown']) {
      const { stdout } = await call(['migrate', '--format', format], { cwd })
      expect(stdout).not.toContain(secret)
    }
    const { stdout } = await call(['migrate'], { cwd })
    expect(stdout).toContain("createHmac('sha256', 'k7R… (20 characters)')")
    expect(stdout.replaceAll('\n', ' ')).toContain('these diffs cannot be applied as they stand')
  })

  test('what only a person can do comes with its reason', async () => {
    const cwd = await createTree({ '.env': oldSetting })
    const { exitCode, stdout } = await call(['migrate'], { cwd })
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^✗ 1 finding left for you\n/)
    expect(stdout).toContain('By hand: Its value must change with its name')
  })
})

describe('--check', () => {
  test('names the files, and fails only where something would be rewritten', async () => {
    const cwd = await createTree({ 'sign.js': oldCode, '.env': oldSetting })
    const pending = await call(['migrate', '--check'], { cwd })
    expect(pending).toEqual({
      exitCode: 1,
      stdout: [
        '✗ 1 file to be rewritten',
        '',
        'sign.js: would be rewritten',
        '',
        'Scanned 2 files, parsed 1, skipped none.',
        'Found 2: 1 rewritable, 1 by hand; would rewrite 1 file.',
        '',
      ].join('\n'),
      stderr: '',
    })
    await writeFile(join(cwd, 'sign.js'), newCode)
    expect((await call(['migrate', '--check'], { cwd })).exitCode).toBe(0)
  })
})

describe('--write', () => {
  test('rewrites, keeps the mode, and a second run finds nothing to do', async () => {
    const cwd = await createTree({ 'bin/sign.js': oldCode })
    await chmod(join(cwd, 'bin/sign.js'), 0o755)
    const { exitCode, stdout } = await call(['migrate', '--write'], { cwd })
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: [
        '✓ 1 file rewritten',
        '',
        'bin/sign.js: rewritten',
        '',
        'Scanned 1 file, parsed 1, skipped none.',
        'Found 1: 1 rewritable, 0 by hand; rewrote 1 file.',
        '',
        'The new code imports @sigshift/signer: npm install @sigshift/signer',
        '',
      ].join('\n'),
    })
    expect(await read(cwd, 'bin/sign.js')).toBe(newCode)
    expect((await stat(join(cwd, 'bin/sign.js'))).mode & 0o777).toBe(0o755)
    const again = await call(['migrate', '--write', '--format', 'json'], { cwd })
    expect(JSON.parse(again.stdout)).toMatchObject({ findings: [], changes: [] })
    expect(again.exitCode).toBe(0)
  })

  test('fails while something is left to be done by hand', async () => {
    const cwd = await createTree({ 'sign.js': oldCode, '.env': oldSetting })
    expect((await call(['migrate', '--write'], { cwd })).exitCode).toBe(1)
    expect(await read(cwd, 'sign.js')).toBe(newCode)
  })

  test.each([
    ['a comment', '// sigshift-ignore-next-line legacy-hmac-code for the old server', '{}'],
    ['the configuration', '// old', '{ "ignoreCodes": ["legacy-hmac-code"] }'],
  ])('leaves code alone that is ignored by %s', async (_, comment, config) => {
    const code = oldCode.replace('  return', `  ${comment}\n  return`)
    const cwd = await createTree({ 'sign.js': code, 'sigshift.config.json': config })
    expect((await call(['migrate', '--write'], { cwd })).exitCode).toBe(0)
    expect(await read(cwd, 'sign.js')).toBe(code)
  })

  test('--standalone and --endpoint reach the new code, also from the configuration', async () => {
    const page = `import { ZoomMtg } from '@zoom/meetingsdk'
export async function sign(meetingNumber, sdkKey, sdkSecret) {
  const signature = ZoomMtg.generateSDKSignature({ meetingNumber, sdkKey, sdkSecret, role: 0 })
  return signature
}
`
    const files = { 'sign.js': oldCode, 'page.jsx': page }
    const byOption = await createTree(files)
    const argv = ['migrate', '--write', '--standalone', '--endpoint', '/api/sign']
    await call(argv, { cwd: byOption })
    expect(await read(byOption, 'sign.js')).not.toContain('@sigshift/signer')
    expect(await read(byOption, 'page.jsx')).toContain("fetch('/api/sign'")
    const config = '{ "standalone": true, "endpoint": "/api/sign" }'
    const byConfig = await createTree({ ...files, 'sigshift.config.json': config })
    await call(['migrate', '--write'], { cwd: byConfig })
    for (const file of Object.keys(files)) {
      expect(await read(byConfig, file)).toBe(await read(byOption, file))
    }
  })
})

test('the SDK that is nearest above a file decides what goes out of join', async () => {
  const page = `import ZoomMtgEmbedded from '@zoom/meetingsdk/embedded'
const client = ZoomMtgEmbedded.createClient()
export const start = (signature, sdkKey, meetingNumber) =>
  client.join({ signature, sdkKey, meetingNumber, userName: 'a' })
`
  const manifest = (version: string): string =>
    `{ "dependencies": { "@zoom/meetingsdk": "${version}" } }\n`
  const cwd = await createTree({
    'package.json': manifest('^4.0.0'),
    'packages/old/package.json': manifest('3.11.2'),
    'packages/old/src/join.js': page,
    'packages/new/src/join.js': page,
  })
  await call(['migrate', '--write'], { cwd })
  expect(await read(cwd, 'packages/old/src/join.js')).toBe(page)
  expect(await read(cwd, 'packages/new/src/join.js')).toContain(
    'client.join({ signature, meetingNumber, userName',
  )
})

describe('in a git repository', () => {
  test('a clean tree is rewritten', async () => {
    const cwd = await createTree({ 'sign.js': oldCode })
    commitAll(cwd)
    expect((await call(['migrate', '--write'], { cwd })).exitCode).toBe(0)
    expect(git(cwd, 'status', '--porcelain')).toBe(' M sign.js\n')
  })

  test.each([
    [
      'a changed file',
      { 'other.txt': 'changed\n' },
      'There are changes that are not committed, such as in other.txt.',
    ],
    ['a new file to be rewritten', { 'new.js': oldCode }, 'git does not track new.js'],
  ])('%s stops it, unless that is allowed', async (_, changes, told) => {
    const cwd = await createTree({ 'sign.js': oldCode, 'other.txt': '' })
    commitAll(cwd)
    for (const [file, text] of Object.entries(changes)) await writeFile(join(cwd, file), text)
    const refused = await call(['migrate', '--write'], { cwd })
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr.replaceAll('\n', ' ')).toContain(told)
    expect(await read(cwd, 'sign.js')).toBe(oldCode)
    expect((await call(['migrate', '--write', '--allow-dirty'], { cwd })).exitCode).toBe(0)
    expect(await read(cwd, 'sign.js')).toBe(newCode)
  })

  test('a new file that nothing is done to does not stop it', async () => {
    const cwd = await createTree({ 'sign.js': oldCode })
    commitAll(cwd)
    await writeFile(join(cwd, 'note.txt'), 'x\n')
    expect((await call(['migrate', '--write'], { cwd })).exitCode).toBe(0)
  })

  test('that git cannot read, nothing is written', async () => {
    const cwd = await createTree({ 'sign.js': oldCode })
    const broken = { exitCode: 128, stdout: '', stderr: 'fatal: detected dubious ownership' }
    const { exitCode } = await call(['migrate', '--write'], { cwd, git: async () => broken })
    expect(exitCode).toBe(2)
    expect(await read(cwd, 'sign.js')).toBe(oldCode)
  })

  test('without git on the machine it is rewritten', async () => {
    const cwd = await createTree({ 'sign.js': oldCode })
    await call(['migrate', '--write'], { cwd, git: async () => undefined })
    expect(await read(cwd, 'sign.js')).toBe(newCode)
  })
})

describe('--interactive', () => {
  const files = { 'a.js': oldCode, 'b.js': oldCode, 'c.js': oldCode }

  test.each([
    ['yny', ['a.js', 'c.js']],
    ['na', ['b.js', 'c.js']],
    ['yq', ['a.js']],
    ['q', []],
    ['ydnq', ['a.js']],
  ])('the answers %s rewrite %j', async (keys, wanted) => {
    const cwd = await createTree(files)
    const answers = [...keys]
    const asked: string[] = []
    const askKey = async (text: string): Promise<string> => {
      asked.push(text)
      return answers.shift() ?? 'x'
    }
    const { stdout } = await call(['migrate', '--interactive'], { cwd, canAsk: true, askKey })
    const written = []
    for (const file of Object.keys(files)) {
      if ((await read(cwd, file)) === newCode) written.push(file)
    }
    expect(written).toEqual(wanted)
    expect(asked).toHaveLength(keys.length)
    expect(asked[0]).toMatch(/^--- a\/a\.js\n[\s\S]*\nRewrite a\.js \(1 of 3\)\? \[y\]es, /)
    expect(stdout.match(/: left as it is$/gm) ?? []).toHaveLength(3 - wanted.length)
  })

  test('a long diff is cut, and shown in full when it is asked for', async () => {
    const [head = '', ...body] = oldCode.split('\n\n')
    const many = [1, 2, 3, 4, 5].map((i) =>
      body.join('').replace('module.exports', `exports.s${i}`),
    )
    const cwd = await createTree({ 'a.js': [head, ...many].join('\n\n') })
    const asked: string[] = []
    const askKey = async (text: string): Promise<string> => {
      asked.push(text)
      return asked.length === 1 ? 'd' : 'n'
    }
    await call(['migrate', '--interactive'], { cwd, canAsk: true, askKey })
    expect(asked[0]).toMatch(/\n… \d+ more lines\n/)
    expect(asked[1]).not.toContain('more lines')
    expect(asked[1]?.length).toBeGreaterThan(asked[0]?.length ?? 0)
  })

  test('without a terminal is refused', async () => {
    const cwd = await createTree(files)
    const { exitCode, stderr } = await call(['migrate', '--interactive'], { cwd })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--interactive needs a terminal')
  })
})

describe('a plan', () => {
  test('is stored for its owner, looked through, and carried out later', async () => {
    const cwd = await createTree({ 'src/sign.js': oldCode })
    const planned = await call(['migrate', '--plan', 'plan.json'], { cwd })
    expect(planned.exitCode).toBe(1)
    expect(planned.stdout).toContain('the same call with --apply plan.json carries it out.')
    expect((await stat(join(cwd, 'plan.json'))).mode & 0o077).toBe(0)
    expect(JSON.parse(await read(cwd, 'plan.json'))).toMatchObject({
      version: 1,
      files: [{ file: 'src/sign.js', codes: ['legacy-hmac-code'] }],
    })
    const { exitCode, stdout } = await call(['migrate', '--apply', 'plan.json'], { cwd })
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: [
        '✓ 1 file rewritten',
        '',
        'src/sign.js: rewritten',
        '',
        'The plan has 1 file: 1 rewritten, 0 already applied, 0 refused.',
        '',
        'The new code imports @sigshift/signer: npm install @sigshift/signer',
        '',
      ].join('\n'),
    })
    expect(await read(cwd, 'src/sign.js')).toBe(newCode)
  })

  test('carried out twice says what is applied already and ends with 0, also in git', async () => {
    const cwd = await createTree({ 'app/a.js': oldCode, 'app/b.js': oldCode })
    commitAll(cwd)
    const inside = join(cwd, 'app')
    await call(['migrate', '--plan', '../plan.json'], { cwd: inside })
    const apply = ['migrate', '--apply', '../plan.json']
    expect((await call(apply, { cwd: inside })).exitCode).toBe(0)
    const again = await call(apply, { cwd: inside })
    expect(again).toEqual({
      exitCode: 0,
      stdout: [
        '✓ 2 files already as planned',
        '',
        'a.js: already applied',
        'b.js: already applied',
        '',
        'The plan has 2 files: 0 rewritten, 2 already applied, 0 refused.',
        '',
      ].join('\n'),
      stderr: '',
    })
    expect(await read(inside, 'a.js')).toBe(newCode)
  })

  test('that was broken off is completed, though git sees the files of the first run', async () => {
    const cwd = await createTree({ 'a.js': oldCode, 'b.js': oldCode })
    commitAll(cwd)
    await call(['migrate', '--plan', 'plan.json'], { cwd })
    await writeFile(join(cwd, 'a.js'), newCode)
    const { exitCode, stdout } = await call(['migrate', '--apply', 'plan.json'], { cwd })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('a.js: already applied\nb.js: rewritten\n')
  })

  test('is refused by git where another file has changed', async () => {
    const cwd = await createTree({ 'a.js': oldCode, 'b.js': oldCode })
    commitAll(cwd)
    await call(['migrate', '--plan', 'plan.json'], { cwd })
    await writeFile(join(cwd, 'b.js'), `${oldCode}// mine\n`)
    const refused = await call(['migrate', '--apply', 'plan.json'], { cwd })
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr.replaceAll('\n', ' ')).toContain('such as in b.js.')
    expect(await read(cwd, 'a.js')).toBe(oldCode)
    const allowed = await call(['migrate', '--apply', 'plan.json', '--allow-dirty'], { cwd })
    expect(allowed.exitCode).toBe(1)
    expect(allowed.stdout).toContain(
      'a.js: rewritten\nb.js: not written: it changed since it was scanned\n',
    )
    expect(await read(cwd, 'b.js')).toBe(`${oldCode}// mine\n`)
  })

  test('package.json waits for the files that it goes with', async () => {
    const withPackage = oldCode
      .replace(
        "const crypto = require('crypto')",
        "const hmacSHA256 = require('crypto-js/hmac-sha256')\nconst Base64 = require('crypto-js/enc-base64')",
      )
      .replace(
        "crypto.createHmac('sha256', apiSecret).update(msg).digest('base64')",
        'Base64.stringify(hmacSHA256(msg, apiSecret))',
      )
    const manifest = '{ "dependencies": { "crypto-js": "^4.1.1" } }\n'
    const cwd = await createTree({ 'sign.js': withPackage, 'package.json': manifest })
    await call(['migrate', '--plan', 'plan.json'], { cwd })
    await writeFile(join(cwd, 'sign.js'), `${withPackage}// changed\n`)
    const { exitCode, stdout } = await call(['migrate', '--apply', 'plan.json'], { cwd })
    expect(exitCode).toBe(1)
    expect(stdout).toContain(
      'package.json: not written: the files that it goes with are not rewritten\n',
    )
    expect(await read(cwd, 'package.json')).toBe(manifest)
  })

  test('leaves alone what is no longer as it was, and fails', async () => {
    const cwd = await createTree({ 'a.js': oldCode, 'b.js': oldCode })
    await call(['migrate', '--plan', 'plan.json'], { cwd })
    await writeFile(join(cwd, 'a.js'), `${oldCode}// changed\n`)
    const { exitCode, stdout } = await call(['migrate', '--apply', 'plan.json'], { cwd })
    expect(exitCode).toBe(1)
    expect(stdout).toContain('a.js: not written: it changed since it was scanned\n')
    expect(await read(cwd, 'b.js')).toBe(newCode)
  })

  test('writes nothing outside the folder', async () => {
    const cwd = await createTree({ 'sign.js': oldCode, 'app/x.txt': '' })
    await call(['migrate', '--plan', 'plan.json'], { cwd })
    const text = (await read(cwd, 'plan.json')).replace('"sign.js"', '"../sign.js"')
    await writeFile(join(cwd, 'app/plan.json'), text)
    const inside = join(cwd, 'app')
    const { exitCode } = await call(['migrate', '--apply', 'plan.json'], { cwd: inside })
    expect(exitCode).toBe(1)
    expect(await read(cwd, 'sign.js')).toBe(oldCode)
  })

  test.each([
    ['no JSON', 'x'],
    ['another version', '{"version":2,"files":[]}'],
    [
      'edits that are none',
      '{"version":1,"files":[{"file":"a","sha256":"","becomes":"","codes":[],"edits":[[0]]}]}',
    ],
    ['a name that is none', '{"version":1,"files":[{"file":1,"sha256":"","codes":[],"edits":[]}]}'],
  ])('of %s is refused', async (_, text) => {
    const cwd = await createTree({ 'plan.json': text })
    const { exitCode, stderr } = await call(['migrate', '--apply', 'plan.json'], { cwd })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('plan.json is no plan that this version carries out.')
  })
})

test.each([
  [['--write', '--check'], '--write and --check do not go together.'],
  [['--plan', 'a.json', '--apply', 'a.json'], '--plan and --apply do not go together.'],
  [['--apply', 'gone.json'], 'The plan gone.json cannot be read: there is no such file or folder.'],
  [['--endpoint', "/a'b"], '--endpoint is no URL and no path'],
  [['--endpoint', 'javascript:x'], '--endpoint is no URL and no path'],
])('%j is called wrongly', async (argv, told) => {
  const cwd = await createTree({ 'sign.js': oldCode })
  const { exitCode, stderr } = await call(['migrate', ...argv], { cwd })
  expect(exitCode).toBe(2)
  expect(stderr.replaceAll('\n', ' ')).toContain(told)
})
