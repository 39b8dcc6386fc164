import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { renderEnvExample, renderHelp } from './render-settings.ts'
import { sdkKey, sdkSecret, verifiedClaims } from './test-app.ts'

const server = join(import.meta.dirname, 'server.ts')
const sourceCondition = '--conditions=@sigshift/source'

interface Run {
  readonly process: ChildProcess
  /** Resolves when standard output has what is looked for, or fails when the process ends before. */
  readonly shows: (pattern: RegExp) => Promise<string>
  readonly ended: Promise<{
    readonly code: number | null
    readonly out: string
    readonly err: string
  }>
}

/** Starts the server in an empty directory, with these variables and no other. */
function start(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  dotEnv = '',
): Run {
  const cwd = mkdtempSync(join(tmpdir(), 'sigshift-api-'))
  if (dotEnv) writeFileSync(join(cwd, '.env'), dotEnv)
  const child = spawn(process.execPath, [sourceCondition, server, ...args], {
    cwd,
    // A busy machine must not make the signer turn requests away.
    env: { PATH: process.env.PATH, EVENT_LOOP_DELAY_MS: '0', ...env },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
    rmSync(cwd, { recursive: true, force: true })
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<Awaited<Run['ended']>>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }))
  })
  const shows = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (pattern.test(out)) resolve(out)
      }
      child.stdout.on('data', look)
      child.on('close', () => reject(new Error(`ended without ${pattern}: ${out}${err}`)))
      look()
    })
  return { process: child, shows, ended }
}

const real = { ZOOM_MEETING_SDK_KEY: sdkKey, ZOOM_MEETING_SDK_SECRET: sdkSecret }
const started = /Sigshift signer: (\S+)[\s\S]*\n\n/

async function ask(out: string): Promise<{ readonly signature: string; readonly sdkKey: string }> {
  const [, url = ''] = started.exec(out) ?? []
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"meetingNumber":"845 1236 7890","role":0}',
  })
  return (await answer.json()) as Awaited<ReturnType<typeof ask>>
}

test('starts with demo credentials, says so, and stops when told to', async () => {
  const run = start({ PORT: '0' })
  const out = await run.shows(started)
  expect(out).toContain('DEMO CREDENTIALS: Zoom will refuse these tokens.')
  expect(out).toContain('OPEN: there is no caller, so that any program of this machine gets')
  const { signature, sdkKey: demo } = await ask(out)
  expect(demo).toBe('demo-key-zoom-will-refuse')
  expect(signature.split('.')).toHaveLength(3)
  run.process.kill('SIGTERM')
  expect(await run.ended).toMatchObject({ code: 0, err: '' })
})

test('the curl line that it prints works as printed', async (context) => {
  if (process.platform === 'win32') context.skip('the line is for a POSIX shell')
  if (spawnSync('curl', ['--version']).error) context.skip('there is no curl on this machine')
  const out = await start({ PORT: '0', ...real }).shows(started)
  const line = /^ {2}(curl .+)$/m.exec(out)?.[1] ?? ''
  const { stdout, status } = spawnSync('sh', ['-c', line], { encoding: 'utf8' })
  expect(status).toBe(0)
  expect(verifiedClaims(JSON.parse(stdout).signature)).toMatchObject({ mn: '84512367890', role: 0 })
})

test('signs with the credentials of .env, over which the environment wins', async () => {
  const dotEnv = `ZOOM_MEETING_SDK_KEY=from-the-file-1\nZOOM_MEETING_SDK_SECRET=${sdkSecret}\n`
  const out = await start({ PORT: '0', ZOOM_MEETING_SDK_KEY: sdkKey }, [], dotEnv).shows(started)
  expect(out).not.toContain('DEMO')
  const { signature } = await ask(out)
  expect(verifiedClaims(signature)).toMatchObject({ appKey: sdkKey })
})

test('listens on every address where it is told to be open, and warns', async () => {
  const env = { PORT: '0', HOST: '0.0.0.0', OPEN_ACCESS: 'host', ...real }
  const out = await start(env).shows(started)
  expect(out).toContain('NO AUTHENTICATION (OPEN_ACCESS=host)')
  expect(out).toMatch(/Sigshift signer: http:\/\/localhost:\d+\//)
})

test('logs requests as JSON lines, and nothing of a secret', async () => {
  const run = start({ PORT: '0', LOG_LEVEL: 'trace', ...real })
  const { signature } = await ask(await run.shows(started))
  await run.shows(/"msg":"request"/)
  run.process.kill('SIGINT')
  const { code, out, err } = await run.ended
  expect(code).toBe(0)
  expect(out + err).not.toContain(sdkSecret)
  expect(out + err).not.toContain(signature)
})

test.each([
  ['a port that is none', { PORT: 'http' }, 'PORT is "http", wanted a whole number'],
  ['no credentials on 0.0.0.0', { HOST: '0.0.0.0' }, 'HOST is 0.0.0.0'],
  ['no callers on 0.0.0.0', { HOST: '0.0.0.0', ...real }, 'HOST is 0.0.0.0'],
  ['no callers in production', { NODE_ENV: 'production', ...real }, 'NODE_ENV is production'],
  [
    'a secret without its key',
    { ZOOM_MEETING_SDK_SECRET: sdkSecret },
    'ZOOM_MEETING_SDK_KEY is not',
  ],
  [
    'a secret in quotes',
    { ...real, ZOOM_MEETING_SDK_SECRET: `'${sdkSecret}'` },
    'ZOOM_MEETING_SDK_SECRET is surrounded by quotes',
  ],
  [
    'a host of another machine',
    { HOST: '192.0.2.1', PORT: '0', OPEN_ACCESS: 'participant', ...real },
    '192.0.2.1 is no address',
  ],
])('does not start with %s', async (_, env, message) => {
  const { code, out, err } = await start(env).ended
  expect(code).toBe(1)
  expect(err).toMatch(/^The signer did not start: .+\n$/)
  expect(err).toContain(message)
  expect(err + out).not.toMatch(/\n\s+at /)
  expect(err + out).not.toContain(sdkSecret)
})

test('does not start on a port that is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  const { code, err } = await start({ PORT: String(port) }).ended
  expect(code).toBe(1)
  expect(err).toMatch(
    new RegExp(`^The signer did not start: port ${port} of 127.0.0.1 is taken.+ set PORT to .+\n$`),
  )
  const metrics = await start({ PORT: '0', METRICS_PORT: String(port) }).ended
  expect(metrics).toMatchObject({
    code: 1,
    err: expect.stringMatching(
      new RegExp(
        `^The signer did not start: port ${port} of 127.0.0.1 is taken.+ set METRICS_PORT to`,
      ),
    ),
  })
})

test('prints its help and its .env, and takes no other argument', async () => {
  expect(await start({}, ['--help']).ended).toEqual({ code: 0, out: renderHelp(), err: '' })
  const example = { code: 0, out: renderEnvExample(), err: '' }
  expect(await start({}, ['--env-example']).ended).toEqual(example)
  const { code, err } = await start({}, [`--secret=${sdkSecret}`]).ended
  expect(code).toBe(1)
  expect(err).toContain('--help')
  expect(err).not.toContain(sdkSecret)
})
