import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import closeWithGrace from 'close-with-grace'
import type { JWTVerifyGetKey } from 'jose'
import { createBatchedOutput } from './batched-output.ts'
import { createKey, hashKey } from './caller-keys.ts'
import { describeReadError } from './config.ts'
import { explainListenError } from './listen-error.ts'
import { type AccessEdge, loadAccess } from './load-access.ts'
import { createRemoteKeys } from './remote-keys.ts'
import { renderEnvExample, renderHelp } from './render-settings.ts'
import { createService } from './service.ts'
import { renderStartMessage } from './start-message.ts'

/** In milliseconds: how long requests under way may take when the process is told to stop. */
const grace = 10_000

function print(text: string): void {
  process.stdout.write(text)
}

function refuse(faults: readonly string[]): void {
  process.stderr.write(faults.map((fault) => `The signer did not start: ${fault}\n`).join(''))
  process.exitCode = 1
}

function loadEnvFile(path: string): string | undefined {
  try {
    process.loadEnvFile(path)
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return isAbsent ? undefined : describeReadError(path, error)
  }
  return undefined
}

function createEdge(): AccessEdge {
  const demoSecret = randomBytes(32).toString('base64url')
  const keySets = new Map<string, JWTVerifyGetKey>()
  const log = createBatchedOutput(print)
  process.on('exit', log.flush)
  return {
    logDestination: log,
    env: process.env,
    readText: (path) => readFileSync(path, 'utf8'),
    now: () => new Date(),
    createSecret: () => demoSecret,
    keysOf: (url) => {
      const keys = keySets.get(url) ?? createRemoteKeys(url, { clock: () => performance.now() })
      keySets.set(url, keys)
      return keys
    },
  }
}

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000)
  })

async function serve(envFile: string): Promise<void> {
  // A crash report would hold the environment, and so the secrets.
  process.report.excludeEnv = true
  const unreadable = loadEnvFile(envFile)
  if (unreadable) return refuse([unreadable])
  const edge = createEdge()
  const loaded = loadAccess(edge)
  if (!loaded.ok) return refuse(loaded.faults)

  const { config, demo, openAccess } = loaded
  const service = await createService(loaded, edge)
  process.on('SIGHUP', service.reload)
  try {
    await service.listen()
  } catch (error) {
    await service.close()
    return refuse([explainListenError(error as NodeJS.ErrnoException & { port?: number }, config)])
  }
  const delay = grace + config.stopDelaySeconds * 1000
  closeWithGrace({ delay, logger: false, skip: ['SIGHUP'] }, async ({ err }) => {
    if (err) service.app.log.fatal({ err }, 'stopping after an error that nothing caught')
    service.drain()
    if (!err) await wait(config.stopDelaySeconds)
    await service.close()
  })
  const { port } = service.app.server.address() as AddressInfo
  const hasDocs = config.docsFolder !== undefined
  print(renderStartMessage({ host: config.host, port, demo, hasDocs, openAccess, envFile }))
}

const [option, ...rest] = process.argv.slice(2)
if (option === undefined) await serve(resolve('.env'))
else if (rest.length === 0 && option === '--help') print(renderHelp())
else if (rest.length === 0 && option === '--env-example') print(renderEnvExample())
else if (rest.length === 0 && option === '--new-key') {
  const key = createKey()
  print(`key, for the caller:         ${key}\nhash, for the access file:   ${hashKey(key)}\n`)
} else {
  refuse(['it takes --help, --env-example or --new-key, and is set by environment variables.'])
}
