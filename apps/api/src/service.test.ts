import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { hashKey } from './caller-keys.ts'
import type { AccessEdge } from './load-access.ts'
import { createService, type Service } from './service.ts'
import { createTestEdge, keys, loadTestAccess } from './test-access.ts'
import { sdkKey, sdkSecret, verifiedClaims } from './test-app.ts'

interface Running {
  readonly service: Service
  readonly folder: string
  readonly write: (more?: object) => void
}

const nextSecret = 'next7canary2secret9of5the3next9'

async function run(
  env: Readonly<Record<string, string>> = {},
  afterReading: (folder: string) => void = () => undefined,
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-access-'))
  const path = join(folder, 'access.json')
  writeFileSync(join(folder, 'secret'), sdkSecret)
  const write = (more: object = {}): void => {
    const file = {
      apps: { main: { sdkKey, sdkSecret: { file: join(folder, 'secret') } } },
      callers: { web: { keys: [hashKey(keys.web)] } },
      ...more,
    }
    writeFileSync(`${path}.new`, JSON.stringify(file))
    renameSync(`${path}.new`, path)
  }
  write()
  const edge: AccessEdge = {
    ...createTestEdge(),
    // A busy machine must not make the signer turn requests away.
    env: { ACCESS_FILE: path, PORT: '0', LOG_LEVEL: 'silent', EVENT_LOOP_DELAY_MS: '0', ...env },
    readText: (file) => readFileSync(file, 'utf8'),
  }
  const loaded = loadTestAccess(edge)
  afterReading(folder)
  const service = await createService(loaded, edge)
  onTestFinished(async () => {
    await service.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { service, folder, write }
}

async function ask(
  { app }: Service,
  key: string = keys.web,
): Promise<{ status: number; signature: string }> {
  const answer = await app.inject({
    method: 'POST',
    url: '/',
    body: { meetingNumber: '1', role: 0 },
    headers: { authorization: `Bearer ${key}` },
  })
  return { status: answer.statusCode, signature: answer.json().signature }
}

async function secretOf(service: Service): Promise<string> {
  const { signature } = await ask(service)
  try {
    verifiedClaims(signature, nextSecret)
    return nextSecret
  } catch {
    verifiedClaims(signature, sdkSecret)
    return sdkSecret
  }
}

test('a new secret in its file signs without a restart', async () => {
  const { service, folder } = await run()
  expect(await secretOf(service)).toBe(sdkSecret)
  writeFileSync(join(folder, 'secret'), `${nextSecret}\n`)
  await vi.waitFor(async () => expect(await secretOf(service)).toBe(nextSecret), 5000)
})

test('a file that another is put in place of is read, as Kubernetes does it', async () => {
  const { service, folder } = await run()
  writeFileSync(join(folder, 'later'), nextSecret)
  symlinkSync(join(folder, 'later'), join(folder, 'link'))
  renameSync(join(folder, 'link'), join(folder, 'secret'))
  await vi.waitFor(async () => expect(await secretOf(service)).toBe(nextSecret), 5000)
})

test('a secret that comes after the file that names it is read when it is there', async () => {
  const { service, folder, write } = await run()
  const error = vi.spyOn(service.app.log, 'error')
  write({ apps: { main: { sdkKey, sdkSecret: { file: join(folder, 'next') } } } })
  await vi.waitFor(() => expect(error).toHaveBeenCalled(), 5000)
  expect(await secretOf(service)).toBe(sdkSecret)
  writeFileSync(join(folder, 'next'), nextSecret)
  await vi.waitFor(async () => expect(await secretOf(service)).toBe(nextSecret), 5000)
})

test('what changed before it was watched is read with the next change of its folder', async () => {
  const write = (folder: string): void => writeFileSync(join(folder, 'secret'), nextSecret)
  const { service, folder } = await run({}, write)
  writeFileSync(join(folder, 'another'), '')
  await vi.waitFor(async () => expect(await secretOf(service)).toBe(nextSecret), 5000)
})

test('a caller key is added and taken away without a restart', async () => {
  const { service, write } = await run()
  expect((await ask(service, keys.staff)).status).toBe(401)
  write({ callers: { web: { keys: [keys.web, keys.staff].map(hashKey) } } })
  await vi.waitFor(async () => expect((await ask(service, keys.staff)).status).toBe(200), 5000)
  write({ callers: { web: { keys: [hashKey(keys.staff)] } } })
  await vi.waitFor(async () => expect((await ask(service)).status).toBe(401), 5000)
  write({ callers: { web: { keys: [] } } })
  await vi.waitFor(async () => expect((await ask(service, keys.staff)).status).toBe(401), 5000)
})

test.each<[string, (running: Running) => void]>([
  ['broken JSON', ({ folder }) => writeFileSync(join(folder, 'access.json'), '{"apps":')],
  ['a secret in quotes', ({ folder }) => writeFileSync(join(folder, 'secret'), `"${nextSecret}"`)],
  ['an empty secret', ({ folder }) => writeFileSync(join(folder, 'secret'), '')],
  ['no secret', ({ folder }) => rmSync(join(folder, 'secret'))],
  ['no file', ({ folder }) => rmSync(join(folder, 'access.json'))],
  ['a misspelt member', ({ write }) => write({ caller: {} })],
  ['no callers, which would open it', ({ write }) => write({ callers: {} })],
])('%s keeps the old set, and says so', async (_, breakIt) => {
  const running = await run()
  const { service } = running
  const error = vi.spyOn(service.app.log, 'error')
  breakIt(running)
  service.reload()
  const [{ faults }] = error.mock.calls[0] as unknown as [{ faults: string[] }]
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.join()).not.toContain(nextSecret)
  expect(await ask(service)).toMatchObject({ status: 200 })
  expect(await secretOf(service)).toBe(sdkSecret)
})

test('told to stop, it is not ready, and still answers', async () => {
  const { service } = await run()
  const readiness = async (): Promise<object> =>
    (await service.app.inject({ url: '/readyz' })).json()
  expect(await readiness()).toEqual({ status: 'ready', rateLimits: 'alone' })
  service.drain()
  expect(await readiness()).toEqual({ status: 'unready', rateLimits: 'alone', reason: 'stopping' })
  expect((await service.app.inject({ url: '/healthz' })).statusCode).toBe(200)
  expect((await ask(service)).status).toBe(200)
})

test('with a Redis that is not there it starts, counts alone, and says so', async () => {
  const { service } = await run({ REDIS_URL: 'redis://127.0.0.1:1', RATE_PER_CALLER: '2' })
  expect([
    (await ask(service)).status,
    (await ask(service)).status,
    (await ask(service)).status,
  ]).toEqual([200, 200, 429])
  expect((await service.app.inject({ url: '/readyz' })).json()).toMatchObject({
    rateLimits: 'alone',
  })
})

test('inspections are off in production, unless they are set', async () => {
  const there = async (env: Readonly<Record<string, string>>): Promise<boolean> => {
    const { service } = await run(env)
    await service.app.ready()
    return service.app.hasRoute({ method: 'POST', url: '/v1/inspections' })
  }
  expect(await there({})).toBe(true)
  expect(await there({ NODE_ENV: 'production' })).toBe(false)
  expect(await there({ NODE_ENV: 'production', INSPECTIONS: 'on' })).toBe(true)
})
