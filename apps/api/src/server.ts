import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { createSigner } from '@sigshift/signer/sync'
import closeWithGrace from 'close-with-grace'
import { buildApp } from './build-app.ts'
import { readConfig } from './config.ts'
import { chooseCredentials } from './credentials.ts'
import { explainListenError } from './listen-error.ts'
import { renderEnvExample, renderHelp } from './render-settings.ts'
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
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT') return `${path} cannot be read (${code}).`
  }
  return undefined
}

async function serve(envFile: string): Promise<void> {
  const unreadable = loadEnvFile(envFile)
  if (unreadable) return refuse([unreadable])
  const read = readConfig(process.env)
  if (!read.ok) return refuse(read.faults)
  const { config } = read
  const chosen = chooseCredentials(config, () => randomBytes(32).toString('base64url'))
  if (!chosen.ok) return refuse(chosen.faults)

  const { credentials, demo } = chosen
  const { sign } = createSigner(credentials)
  const { sdkKey } = credentials
  const app = buildApp({ sign, config: { sdkKey, demo, logLevel: config.logLevel } })
  try {
    await app.listen({
      host: config.host,
      port: config.port,
      listenTextResolver: () => 'listening',
    })
  } catch (error) {
    return refuse([explainListenError(error as NodeJS.ErrnoException, config)])
  }
  closeWithGrace({ delay: grace, logger: false }, async ({ err }) => {
    if (err) app.log.fatal({ err }, 'stopping after an error that nothing caught')
    await app.close()
  })
  const { port } = app.server.address() as AddressInfo
  print(renderStartMessage({ host: config.host, port, demo, envFile }))
}

const [option, ...rest] = process.argv.slice(2)
if (option === undefined) await serve(resolve('.env'))
else if (rest.length === 0 && option === '--help') print(renderHelp())
else if (rest.length === 0 && option === '--env-example') print(renderEnvExample())
else refuse(['it takes --help or --env-example, and is set by environment variables.'])
