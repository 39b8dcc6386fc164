import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { guides } from '../../docs/.vitepress/content/guides.ts'
import { snippets } from '../../docs/.vitepress/content/snippets.ts'
import { grammarFiles } from '../../packages/migrate/src/node.ts'
import { createParsers } from '../../packages/migrate/src/syntax/parser.ts'
import { checkClaims, meetingSdk } from '../../packages/spec/src/index.ts'

const folder = join(import.meta.dirname, '../../docs/snippets')
const scratch = mkdtempSync(join(tmpdir(), 'sigshift-snippets-'))
const key = 'xu3JPaA_RJW2-9l5_HAaLA'
const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

type Command = readonly [program: string, ...args: string[]]

/** How each language runs a file, or compiles and then runs it. */
const runs: Readonly<Record<string, (file: string) => readonly Command[]>> = {
  TypeScript: (file) => [[process.execPath, '--conditions=@sigshift/source', file]],
  PHP: (file) => [['php', file]],
  Python: (file) => [['python3', file]],
  Ruby: (file) => [['ruby', file]],
  Java: (file) => [['java', file]],
  'C#': (file) => [
    ['mcs', `-out:${join(scratch, 'sign.exe')}`, file],
    ['mono', join(scratch, 'sign.exe')],
  ],
  Go: (file) => [['go', 'run', file]],
}

function isInstalled(program: string): boolean {
  return (
    program === process.execPath || spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
  )
}

function run([program, ...args]: Command): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: {
      ...process.env,
      ZOOM_MEETING_SDK_KEY: key,
      ZOOM_MEETING_SDK_SECRET: secret,
      GOCACHE: join(scratch, 'go-cache'),
      GO111MODULE: 'off',
    },
  })
  expect(stderr + (status === 0 ? '' : stdout)).toBe('')
  return stdout.trim()
}

describe('each program that signs', () => {
  for (const { language, file } of snippets) {
    it(`signs a sound token in ${language}`, (context) => {
      const commands = runs[language]?.(join(folder, file)) ?? []
      const missing = commands.find(([program]) => !isInstalled(program))
      if (missing) context.skip(`${missing[0]} is not installed`)
      const before = Math.floor(Date.now() / 1000)
      const token = commands.map(run).at(-1) ?? ''

      const [header = '', payload = '', mac = ''] = token.split('.')
      const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
      expect(createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url')).toBe(
        mac,
      )
      expect(read(header)).toEqual({ alg: 'HS256', typ: 'JWT' })
      const claims = read(payload)
      expect(checkClaims(meetingSdk, claims)).toEqual([])
      expect(claims).toMatchObject({ appKey: key, sdkKey: key, mn: '84512367890', role: 0 })
      expect(claims.iat).toBeLessThanOrEqual(before)
      expect(claims.iat).toBeGreaterThanOrEqual(before - 90)
      expect(claims.exp - claims.iat).toBe(7200)
    })
  }
})

/** The endpoints need frameworks that are not installed here, so their syntax alone is checked. */
const checks: Readonly<Record<string, (file: string) => Command>> = {
  php: (file) => ['php', '-l', file],
  py: (file) => ['python3', '-c', 'import ast, sys; ast.parse(open(sys.argv[1]).read())', file],
  rb: (file) => ['ruby', '-c', file],
  go: (file) => ['gofmt', '-e', '-d', file],
}

/** Their compilers want the framework, or a newer language than the one in CI. */
const grammars: Readonly<Record<string, string>> = { java: 'java', cs: 'c-sharp' }

describe('each endpoint of a guide', () => {
  for (const { name, file } of guides) {
    const check = checks[file.split('.').at(-1) ?? '']
    if (!check) continue
    it(`parses: ${name}`, (context) => {
      const command = check(join(folder, file))
      if (!isInstalled(command[0])) context.skip(`${command[0]} is not installed`)
      const { status, stderr } = spawnSync(command[0], command.slice(1), { encoding: 'utf8' })
      expect(stderr).toBe('')
      expect(status).toBe(0)
    })
  }

  for (const { name, file } of guides) {
    const grammar = grammars[file.split('.').at(-1) ?? '']
    if (!grammar) continue
    it(`parses: ${name}`, async () => {
      const parse = await createParsers(grammarFiles)(grammar)
      expect(parse(readFileSync(join(folder, file), 'utf8')).hasError).toBe(false)
    })
  }

  it('has a check for every guide; those in TypeScript are compiled with all tests', () => {
    const known = [...Object.keys(checks), ...Object.keys(grammars), 'ts']
    expect(guides.filter(({ file }) => !known.includes(file.split('.').at(-1) ?? ''))).toEqual([])
  })

  it('signs behind the Next.js route, and answers 400 for a number that is none', async () => {
    process.env.ZOOM_MEETING_SDK_KEY = key
    process.env.ZOOM_MEETING_SDK_SECRET = secret
    const { POST } = await import('../../docs/snippets/nextjs/route.ts')
    const ask = (meetingNumber: string): Promise<Response> =>
      POST(new Request('http://x/', { method: 'POST', body: JSON.stringify({ meetingNumber }) }))
    const { signature } = await (await ask('845 1236 7890')).json()
    expect(signature.split('.')).toHaveLength(3)
    expect((await ask('x')).status).toBe(400)
  })

  it('answers with a signature in Go, with the signing function of the page on signing', (context) => {
    if (!isInstalled('go')) context.skip('go is not installed')
    for (const file of ['go/sign.go', 'go-http/handler.go']) {
      copyFileSync(join(folder, file), join(scratch, basename(file)))
    }
    const files = readdirSync(scratch).filter((name) => name.endsWith('.go'))
    run(['go', 'vet', ...files.map((name) => join(scratch, name))])
    expect(readFileSync(join(scratch, 'handler.go'), 'utf8')).toContain('signMeeting(')
  })
})
