import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call } from '../../testing/call.ts'
import { sample, secretOfSamples, timeOfSamples } from '../../testing/samples.ts'

const env = { SAMPLE_SECRET: secretOfSamples }
const asOf = ['--now', timeOfSamples]

describe('signatures of the vectors', () => {
  test.each([
    ['jwt-ok', [], 0],
    ['jwt-ok-appkey-only', [], 0],
    ['jwt-ms', ['time-in-milliseconds'], 1],
    ['jwt-padded', ['base64-padding'], 1],
    ['jwt-hex-sig', ['mac-hex'], 1],
    ['jwt-video-sdk', ['video-sdk-token'], 1],
    ['jwt-cobrowse', ['cobrowse-token'], 1],
    ['jwt-rest-app', ['rest-jwt-app-token'], 1],
    ['jwt-json-object', ['wrapped-value'], 1],
  ])('%s', async (id, codes, exitCode) => {
    const argv = ['explain', sample(id), '--json', '--secret-env', 'SAMPLE_SECRET', ...asOf]
    const result = await call(argv, { env })
    const { issues, mac, sound } = JSON.parse(result.stdout)
    expect(issues.map(({ code }: { code: string }) => code)).toEqual(codes)
    expect(mac).toBe('verified')
    expect(sound).toBe(exitCode === 0)
    expect(result).toMatchObject({ exitCode, stderr: '' })
    expect(result.stdout).not.toContain(secretOfSamples)
  })

  test('the old signature of Zoom’s README', async () => {
    const { stdout, exitCode } = await call(['explain', sample('readme-legacy-2020'), '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'legacy',
      fields: {
        key: 'xu3JPaA_RJW2-9l5_HAaLA',
        meetingNumber: '123456789',
        role: '0',
        issuedAt: '2020-03-02T17:18:58.773Z',
      },
      issues: [{ code: 'legacy-signature' }],
    })
    expect(exitCode).toBe(1)
  })

  test('what is expected of it is held against it', async () => {
    const argv = ['explain', sample('jwt-ok'), '--json', ...asOf]
    const { stdout } = await call([
      ...argv,
      '--key',
      'anotherKeyOf22Chars_00',
      '--meeting-number',
      '5551234567',
    ])
    const codes = JSON.parse(stdout).issues.map(({ code }: { code: string }) => code)
    expect(codes).toEqual(['key-mismatch', 'meeting-number-mismatch'])
  })
})

test('the JSON of a sound token', async () => {
  const { stdout } = await call(['explain', sample('jwt-ok'), '--json', ...asOf])
  const word = expect.any(String)
  expect(JSON.parse(stdout)).toEqual({
    sound: true,
    format: 'jwt',
    kind: 'meeting-sdk',
    wrappers: [],
    fields: {
      key: 'FAKE_client_id_22chars',
      meetingNumber: '123456789',
      role: '0',
      issuedAt: '2023-11-14T22:13:20.000Z',
      expiresAt: '2023-11-15T00:13:20.000Z',
      sessionExpiresAt: '2023-11-15T00:13:20.000Z',
      mac: 'IOGh0UQXc6W_t1zb4WxKGKepF2F7wXQ8hfASJ_ERYeU',
    },
    issues: [],
    mac: 'unknown',
    explanation: {
      summary: word,
      fields: expect.arrayContaining([{ name: 'role', label: 'Role', text: '0 (participant)' }]),
      issues: [],
      notes: expect.any(Array),
    },
  })
})

test('the JSON of an issue', async () => {
  const { stdout } = await call(['explain', sample('jwt-ok'), '--json', '--now', '1700007300'])
  const { sound, issues, explanation } = JSON.parse(stdout)
  const word = expect.any(String)
  const evidence = [{ field: 'exp', seen: word, wanted: word }]
  expect(sound).toBe(false)
  expect(issues).toEqual([{ code: 'expired', severity: 'error', evidence }])
  expect(explanation.issues).toEqual([
    {
      code: 'expired',
      severity: 'error',
      title: word,
      cause: word,
      remedy: word,
      url: 'https://sigshift.github.io/sigshift/issues/expired',
      evidence,
    },
  ])
})

describe('where the signature comes from', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sigshift-'))
    await writeFile(join(folder, 'token.txt'), `${sample('jwt-ok')}\n`)
    await writeFile(join(folder, 'secret.txt'), `${secretOfSamples}\r\n`)
  })
  afterAll(() => rm(folder, { recursive: true }))

  const piped = { stdinIsTerminal: false, readStdin: async () => `${sample('jwt-ok')}\n` }

  test.each([
    ['standard input', [], piped],
    ['standard input by name', ['-'], piped],
  ])('%s', async (_, argv, changes) => {
    const { stdout } = await call(['explain', ...argv, '--json', ...asOf], changes)
    expect(JSON.parse(stdout)).toMatchObject({ sound: true, wrappers: [] })
  })

  test('a file, with the secret from another', async () => {
    const files = ['--file', join(folder, 'token.txt'), '--secret-file', join(folder, 'secret.txt')]
    const { stdout } = await call(['explain', ...files, '--json', ...asOf])
    expect(JSON.parse(stdout)).toMatchObject({ sound: true, mac: 'verified', wrappers: [] })
  })

  test('with the secret typed in', async () => {
    const askHidden = async () => secretOfSamples
    const argv = ['explain', sample('jwt-ok'), '--ask-secret', '--json', ...asOf]
    expect(JSON.parse((await call(argv, { askHidden })).stdout)).toMatchObject({ mac: 'verified' })
  })

  test('an empty argument is an answer too', async () => {
    const { stdout, exitCode } = await call(['explain', '', '--json'])
    expect(JSON.parse(stdout).issues).toMatchObject([{ code: 'not-a-signature' }])
    expect(exitCode).toBe(1)
  })
})

describe('calls that are refused', () => {
  const token = sample('jwt-ok')
  const pasted = 'canaryQx7vR2mK9pLw4TzB6nYc8HdJ3s'

  test.each([
    ['nothing to explain', []],
    ['an argument and a file', [token, '--file', 'x']],
    ['a file that is not there', ['--file', '/nonexistent/token']],
    ['a time that is none', [token, '--now', 'tomorrow']],
    ['a time without a zone', [token, '--now', '2026-11-24T07:35']],
    ['a time in milliseconds', [token, '--now', '1700000060000']],
    ['a view without an error', [token, '--view', 'client']],
    ['a view that is none', ['--error', '3712', '--view', 'web']],
    ['two secrets', [token, '--secret-env', 'A_B', '--ask-secret']],
    ['a variable that is not set', [token, '--secret-env', 'NOT_SET']],
    ['the secret as an argument', [token, '--secret', pasted]],
    ['the secret behind =', [token, `--secret=${pasted}`]],
    ['the secret behind a mistyped flag', [token, `--secert=${pasted}`]],
    ['the secret in place of a variable', [token, '--secret-env', pasted]],
    ['the secret in place of a file', [token, '--secret-file', pasted]],
    ['the secret as a second argument', [token, pasted]],
    ['the secret behind a dash', [token, `-s${pasted}`]],
  ])('%s', async (_, argv) => {
    const { exitCode, stdout, stderr } = await call(['explain', ...argv])
    expect(exitCode).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^sigshift: /)
    expect(stderr).not.toContain(pasted)
  })

  test('a prompt without a terminal', async () => {
    const { exitCode, stderr } = await call(['explain', token, '--ask-secret'], {
      stdinIsTerminal: false,
    })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--secret-file')
  })

  test('an empty pipe', async () => {
    const { exitCode, stderr } = await call(['explain'], { stdinIsTerminal: false })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('Nothing came on standard input.')
  })

  test('--secret says why', async () => {
    const { stderr } = await call(['explain', token, '--secret', pasted])
    expect(stderr).toContain('history')
    expect(stderr).toContain('--secret-env')
  })
})

describe('messages', () => {
  test('the most likely cause comes first', async () => {
    const { stdout, exitCode } = await call([
      'explain',
      '--error',
      'Signature is invalid.',
      '--json',
    ])
    const { symptom, sound } = JSON.parse(stdout)
    expect(symptom.matches[0]).toMatchObject({ errorCode: 3712, matchedBy: 'text' })
    expect(symptom.matches[0].causes[0]).toMatchObject({ code: 'secret-mismatch' })
    expect([sound, exitCode]).toEqual([false, 1])
  })

  test('silence is a message', async () => {
    const { stdout } = await call(['explain', '--error', '', '--view', 'client'])
    expect(stdout).toMatch(/^✗ Nothing is shown/)
    expect(stdout).toContain('Look next: ')
  })

  test('a harmless one is no fault', async () => {
    const text = 'The sdkKey will be deprecated in the signature after v5.0.0'
    const { exitCode, stdout } = await call(['explain', '--error', text])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('the message is harmless')
  })

  test('one that nobody knows', async () => {
    const { exitCode, stdout } = await call(['explain', '--error', 'the dog ate\u001b[2J it'])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('\\u{1b}')
    expect(stdout).not.toContain('\u001b')
  })

  test('together with the token', async () => {
    const { stdout } = await call([
      'explain',
      sample('jwt-ok'),
      '--error',
      '3705',
      '--json',
      ...asOf,
    ])
    expect(JSON.parse(stdout)).toMatchObject({
      sound: false,
      format: 'jwt',
      issues: [],
      symptom: {
        matches: [
          { causes: expect.arrayContaining([expect.objectContaining({ code: 'expired' })]) },
        ],
      },
    })
  })
})

describe('on terminals of all widths', () => {
  const texts = ['readme-legacy-2020', 'readme-msdk-jwt-2022', 'jwt-json-object'].map(sample)

  test.each([20, 40, 57, 80, 100])(
    'no line is wider than %i columns, but for URLs',
    async (columns) => {
      const terminal = { columns, colour: false, unicode: true }
      for (const text of [...texts, 'x'.repeat(300)]) {
        const { stdout } = await call(['explain', text], { stdout: terminal })
        const lines = stdout.split('\n').filter((line) => !line.includes('https://'))
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns)
      }
      const { stdout } = await call(['explain', '--error', '3712'], { stdout: terminal })
      const lines = stdout.split('\n').filter((line) => !line.includes('https://'))
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns)
    },
  )

  test('colour and line end where the terminal wants them, and only there', async () => {
    const plain = await call(['explain', texts[0] ?? ''])
    const colour = { columns: 80, colour: true, unicode: true }
    const painted = await call(['explain', texts[0] ?? ''], { stdout: colour })
    expect(plain.stdout).not.toContain('\u001b')
    expect(painted.stdout).toContain('\u001b[')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    expect(painted.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout)
  })

  test('ASCII where there is no UTF-8', async () => {
    const stdoutTerminal = { columns: 80, colour: false, unicode: false }
    const { stdout } = await call(['explain', texts[0] ?? ''], { stdout: stdoutTerminal })
    expect(stdout).toMatch(/^[\n -~]+$/)
    expect(stdout).toMatch(/\|\.+ 6 years \d+ days \.+\*/)
  })
})
