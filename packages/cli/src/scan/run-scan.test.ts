import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { call } from '../../testing/call.ts'
import { createTree, oldCode, oldLine, oldSetting, removeTrees } from '../../testing/tree.ts'

afterEach(removeTrees)

interface Shown {
  readonly version: number
  readonly findings: readonly {
    readonly code: string
    readonly file: string
    readonly line: number
  }[]
  readonly suppressed: readonly { readonly suppressed: object }[]
  readonly summary: {
    readonly scanned: number
    readonly skipped: readonly object[]
    readonly suppressed: object
  }
}

async function scan(cwd: string, ...argv: readonly string[]) {
  const { exitCode, stdout, stderr } = await call(['scan', '--format', 'json', ...argv], { cwd })
  const shown = JSON.parse(stdout) as Shown
  return { exitCode, stderr, shown, files: shown.findings.map(({ file }) => file) }
}

const ignoring = (comment: string): string =>
  oldCode.replace('  return Buffer', `  ${comment}\n  return Buffer`)

describe('a scan', () => {
  test('of clean code finds nothing and ends with 0', async () => {
    const cwd = await createTree({ 'src/a.js': 'export const a = 1\n' })
    const { exitCode, stdout, stderr } = await call(['scan'], { cwd })
    expect(stdout).toBe(
      [
        '✓ Nothing old was found',
        '',
        'Scanned 1 file, parsed 0, skipped none.',
        'Found 0: 0 rewritable, 0 by hand.',
        '',
      ].join('\n'),
    )
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  })

  test('of old code tells each place and ends with 1', async () => {
    const cwd = await createTree({ 'src/sign.js': oldCode, '.env': oldSetting })
    const { exitCode, stdout } = await call(['scan'], { cwd })
    expect(exitCode).toBe(1)
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        '✗ 2 findings in 2 files',
        '.env',
        '  1:1     note: A variable is named after the retired JWT app type',
        'src/sign.js',
        '  7:10    error: This code makes the old base64 HMAC signature',
        'Scanned 2 files, parsed 1, skipped none.',
        'Found 2: 1 rewritable, 1 by hand.',
      ]),
    )
  })

  test('in JSON has a version, the findings and the totals', async () => {
    const cwd = await createTree({ 'src/sign.js': oldCode })
    const { shown } = await scan(cwd)
    expect(shown).toMatchObject({
      version: 1,
      findings: [
        {
          code: 'legacy-hmac-code',
          severity: 'error',
          file: 'src/sign.js',
          line: oldLine,
          column: 10,
          endLine: oldLine,
          language: 'javascript',
          confidence: 'high',
          fixable: true,
          commentedOut: false,
          secretInBrowser: false,
        },
      ],
      suppressed: [],
      summary: { scanned: 1, parsed: 1, skipped: [], found: 1, fixable: 1, manual: 0 },
    })
  })

  test('names files from the current folder, or from the folder that was named outside of it', async () => {
    const cwd = await createTree({ 'app/src/sign.js': oldCode, 'other/sign.js': oldCode })
    expect((await scan(cwd, 'app', 'other/sign.js')).files).toEqual([
      'app/src/sign.js',
      'other/sign.js',
    ])
    expect((await scan(cwd, 'app', 'app/src', 'app/src/sign.js')).files).toEqual([
      'app/src/sign.js',
    ])
    expect((await scan(join(cwd, 'other'), '../app')).files).toEqual(['src/sign.js'])
    expect((await scan(join(cwd, 'other'), '../app', '.')).files).toEqual([
      'app/src/sign.js',
      'other/sign.js',
    ])
  })

  test('refuses a path that is not there', async () => {
    const cwd = await createTree({})
    const { exitCode, stdout, stderr } = await call(['scan', 'gone\u001b[2J'], { cwd })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain('There is no file or folder gone\\u{1b}[2J')
  })

  test('says what it passes over', async () => {
    const cwd = await createTree({ 'large.js': `${oldCode}${'x\n'.repeat(1_100_000)}` })
    await symlink(cwd, join(cwd, 'loop'))
    const { shown } = await scan(cwd)
    expect(shown.summary.skipped).toEqual([
      { file: 'large.js', reason: 'too large' },
      { file: 'loop', reason: 'symbolic link' },
    ])
    const { stdout } = await call(['scan', 'large.js'], { cwd })
    expect(stdout).toContain('Scanned 1 file, parsed 0, skipped 1 (1 too large).')
  })
})

describe('left out is', () => {
  test('what .gitignore and .sigshiftignore name, also from above and for a named file', async () => {
    const cwd = await createTree({
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.gitignore': 'dist/\n',
      '.sigshiftignore': '*.gen.js\n',
      'app/.gitignore': 'own.js\n',
      'app/dist/sign.js': oldCode,
      'app/sign.gen.js': oldCode,
      'app/own.js': oldCode,
      'app/sign.js': oldCode,
    })
    expect((await scan(join(cwd, 'app'))).files).toEqual(['sign.js'])
    const named = await scan(cwd, 'app/sign.js', 'app/sign.gen.js', 'app/dist/sign.js')
    expect(named.files).toEqual(['app/sign.js'])
    expect(named.shown.summary.skipped).toEqual([
      { file: 'app/dist/sign.js', reason: 'ignored' },
      { file: 'app/sign.gen.js', reason: 'ignored' },
    ])
  })

  test('what the configuration names, from its own folder, and the codes that it turns off', async () => {
    const cwd = await createTree({
      'sigshift.config.json': '{ "ignore": ["/old/"], "ignoreCodes": ["legacy-env-name"] }',
      'old/sign.js': oldCode,
      'app/old/sign.js': oldCode,
      'app/.env': oldSetting,
    })
    const { shown, files } = await scan(cwd)
    expect(files).toEqual(['app/old/sign.js'])
    expect(shown.suppressed).toMatchObject([{ suppressed: { by: 'configuration' } }])
    expect((await scan(join(cwd, 'app'))).files).toEqual(['old/sign.js'])
  })

  test('what a comment names on the line before, with a reason', async () => {
    const cwd = await createTree({
      'a.js': ignoring('// sigshift-ignore-next-line legacy-hmac-code for the old server'),
      'b.env': `# sigshift-ignore-next-line legacy-env-name renamed next week\n${oldSetting}`,
    })
    const { exitCode, shown, stderr } = await scan(cwd)
    expect({ exitCode, stderr, findings: shown.findings }).toEqual({
      exitCode: 0,
      stderr: '',
      findings: [],
    })
    expect(shown.suppressed).toMatchObject([
      { file: 'a.js', line: 8, suppressed: { by: 'comment', reason: 'for the old server' } },
      { file: 'b.env', line: 2, suppressed: { by: 'comment', reason: 'renamed next week' } },
    ])
    expect(shown.summary).toMatchObject({
      found: 0,
      suppressed: { comment: 2, configuration: 0, baseline: 0 },
    })
    const { stdout } = await call(['scan'], { cwd })
    expect(stdout).toContain('\nNot counted: 2 ignored by a comment.\n')
  })

  test('nothing by a comment of another code or of another line', async () => {
    const cwd = await createTree({
      'b.js': ignoring('// sigshift-ignore-next-line legacy-env-name another code'),
      'c.js': `// sigshift-ignore-next-line legacy-hmac-code too early\n${oldCode}`,
    })
    const { exitCode, files, stderr } = await scan(cwd)
    expect({ exitCode, files }).toEqual({ exitCode: 1, files: ['b.js', 'c.js'] })
    expect(stderr.replaceAll('\n', ' ')).toBe(
      [
        'sigshift: b.js:7: sigshift-ignore-next-line legacy-env-name is unused: the next line has no such finding. Take it out. ',
        'sigshift: c.js:1: sigshift-ignore-next-line legacy-hmac-code is unused: the next line has no such finding. Take it out. ',
      ].join(''),
    )
  })

  test.each([
    ['', 'names no code'],
    [' why not', 'names a code that does not exist'],
    [' legacy-hmac-code', 'gives no reason'],
  ])('nothing by a comment that ends in %j, and it is told what to write', async (end, fault) => {
    const cwd = await createTree({ 'a.js': ignoring(`// sigshift-ignore-next-line${end}`) })
    const { exitCode, files, stderr } = await scan(cwd)
    expect({ exitCode, files }).toEqual({ exitCode: 1, files: ['a.js'] })
    expect(stderr.replaceAll('\n', ' ')).toBe(
      `sigshift: a.js:7: sigshift-ignore-next-line ${fault} and ignores nothing. Write: sigshift-ignore-next-line legacy-hmac-code why it may stay `,
    )
  })

  test('a comment in a file in which nothing old is left is unused', async () => {
    const cwd = await createTree({
      'a.py': '# sigshift-ignore-next-line secret-in-frontend only a test\nx = 1\n',
    })
    expect((await scan(cwd)).stderr).toContain(
      'a.py:1: sigshift-ignore-next-line secret-in-frontend',
    )
  })
})

describe('a baseline', () => {
  test('takes what is known out of the count, wherever it moves, and nothing else', async () => {
    const cwd = await createTree({ 'sign.js': oldCode })
    const written = await call(['scan', '--write-baseline'], { cwd })
    expect(written).toEqual({
      exitCode: 0,
      stdout: 'Wrote 1 findings into sigshift-baseline.json.\n',
      stderr: '',
    })
    await writeFile(join(cwd, 'sign.js'), `// moved\n\n${oldCode}`)
    await writeFile(join(cwd, 'new.js'), oldCode)
    const { exitCode, files, shown } = await scan(cwd, '--baseline', 'sigshift-baseline.json')
    expect({ exitCode, files }).toEqual({ exitCode: 1, files: ['new.js'] })
    expect(shown.summary.suppressed).toEqual({ comment: 0, configuration: 0, baseline: 1 })
  })

  test('comes from the configuration too', async () => {
    const cwd = await createTree({
      'sign.js': oldCode,
      'sigshift.config.json': '{ "baseline": "known.json" }',
    })
    await call(['scan', '--write-baseline'], { cwd })
    expect(JSON.parse(await readFile(join(cwd, 'known.json'), 'utf8')).findings).toHaveLength(1)
    expect((await scan(cwd)).exitCode).toBe(0)
  })

  test.each([
    ['is not there', undefined, 'cannot be read: there is no such file or folder'],
    ['is no JSON', 'x', 'is not one that this version reads'],
    ['is of another version', '{"version":2,"findings":[]}', 'is not one that this version reads'],
  ])('that %s is refused', async (_, text, told) => {
    const cwd = await createTree(text === undefined ? {} : { 'b.json': text })
    const { exitCode, stderr } = await call(['scan', '--baseline', 'b.json'], { cwd })
    expect(exitCode).toBe(2)
    expect(stderr.replaceAll('\n', ' ')).toContain(told)
  })
})

describe('reports', () => {
  test('go into files, several of one scan', async () => {
    const cwd = await createTree({ 'sign.js': oldCode })
    const argv = ['scan', '--format', 'markdown', '--output', 'a.md', '--report', 'sarif=b.sarif']
    const { exitCode, stdout } = await call(argv, { cwd })
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: 'Scanned 1 file, parsed 1, skipped none.\nFound 1: 1 rewritable, 0 by hand.\n',
    })
    expect(await readFile(join(cwd, 'a.md'), 'utf8')).toMatch(/^## sigshift scan\n/)
    expect(JSON.parse(await readFile(join(cwd, 'b.sarif'), 'utf8')).version).toBe('2.1.0')
  })

  test.each([
    [['--report', 'xml=a.xml'], '--report xml=a.xml is not a format and a file.'],
    [['--report', 'sarif'], '--report sarif is not a format and a file.'],
    [['--format', 'xml'], 'Allowed choices are text, json, sarif, github, markdown'],
    [['--output', 'gone/a.txt'], 'gone/a.txt cannot be written: there is no such file or folder.'],
    [['--config', 'gone.json'], 'The configuration gone.json does not exist.'],
    [['--config', 'bad.json'], 'The configuration bad.json has an unknown member ignroe.'],
    [['--config', 'list.json'], 'has a member ignore that is not a list of texts.'],
    [['--config', 'code.json'], 'ignores an unknown code legacy.'],
    [['--config', 'x.js'], 'The configuration x.js is not JSON.'],
  ])('%j is called wrongly', async (argv, told) => {
    const cwd = await createTree({
      'bad.json': '{"ignroe":[]}',
      'list.json': '{"ignore":"dist"}',
      'code.json': '{"ignoreCodes":["legacy"]}',
      'x.js': '',
    })
    const { exitCode, stdout, stderr } = await call(['scan', ...argv], { cwd })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr.replaceAll('\n', ' ')).toContain(told)
  })

  test.each(['text', 'json', 'sarif', 'github', 'markdown'])(
    'as %s hold no secret of the code and no character that a terminal obeys',
    async (format) => {
      const secret = 'k7Rq2Zx9Lm4Tn8Vb3Wc6'
      const cwd = await createTree({
        'a\nb\u001b[31m\u202e.js': oldCode.replace('apiSecret)', `'${secret}')`),
        'front/join.jsx': `import { ZoomMtg } from '@zoom/meetingsdk'\nconst sdkSecret = '${secret}'\n`,
        '.env': `ZOOM_JWT_API_SECRET=${secret}\n`,
      })
      const { exitCode, stdout } = await call(['scan', '--format', format], { cwd })
      expect(exitCode).toBe(1)
      expect(stdout).not.toContain(secret)
      expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
    },
  )

  test.each([20, 40, 120])('as text fit into %i columns', async (columns) => {
    const cwd = await createTree({ 'src/sign.js': oldCode, '.env': oldSetting })
    const stdout = { columns, colour: true, unicode: true }
    const text = (await call(['scan'], { cwd, stdout })).stdout
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    const lines = text.replace(/\u001b\[\d+m/g, '').split('\n')
    const wide = lines.filter((line) => line.length > columns && !line.includes('https://'))
    expect(wide).toEqual([])
  })
})

test('a long scan says on the terminal how far it is', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`${String(i).padStart(2, '0')}.js`, 'let x\n']),
  )
  const cwd = await createTree(files)
  const shown: string[] = []
  let now = 0
  const clock = (): Date => {
    now += 300
    return new Date(now)
  }
  await call(['scan'], { cwd, clock, showProgress: (text) => shown.push(text) })
  expect(shown).toEqual([expect.stringMatching(/^Scanned 32 files: \d\d\.js$/), ''])
})
