import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tarball } from '../consumers/pack-all.ts'
import { installInto } from '../consumers/projects.ts'
import { root } from '../consumers/publishable.ts'
import { output } from '../consumers/run.ts'
import { cleanEnv } from '../consumers/runtimes.ts'
import { bundle } from './bundle.ts'
import { freePort } from './free-port.ts'
import { credentials } from './suite-input.ts'
import { startWorkerd, workerdConditions } from './workerd.ts'

export interface Running {
  /** Where it signs. */
  readonly url: string
  readonly stop: () => Promise<void>
}

const secrets = {
  ZOOM_MEETING_SDK_KEY: credentials.sdkKey,
  ZOOM_MEETING_SDK_SECRET: credentials.sdkSecret,
}

/** A project with the example as it is, and with what it depends on installed from tarballs. */
export async function copyExample(
  name: string,
  tarballs: readonly Tarball[],
  beside: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `sigshift-example-${name}-`))
  const signer = tarballs.filter((tarball) => tarball.name === '@sigshift/signer')
  await installInto(folder, signer, tarballs, beside)
  cpSync(join(root, 'examples', name), folder, {
    recursive: true,
    filter: (path) => !/node_modules|\.test\.ts$|package\.json$|tsconfig\.json$/.test(path),
  })
  return folder
}

/** Starts a program with a port to listen on, and waits until it listens. */
export async function startProgram(
  folder: string,
  path: string,
  commandOn: (port: number) => readonly string[],
): Promise<Running> {
  const port = await freePort()
  const [program = '', ...args] = commandOn(port)
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...cleanEnv(), ...secrets, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  const url = `http://127.0.0.1:${port}${path}`
  for (let attempt = 0; attempt < 300 && child.exitCode === null; attempt += 1) {
    const answered = await fetch(url).catch(() => undefined)
    if (answered) {
      await answered.arrayBuffer()
      const stop = (): Promise<void> => {
        child.kill()
        return ended
      }
      return { url, stop }
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill()
  throw new Error(`${program} ${args.join(' ')} does not listen: ${said}`)
}

/** Starts a bundle of `main` in workerd, with sessions in KV as the Workers example has them. */
export async function startWorker(main: string, path: string): Promise<Running> {
  const script = await bundle(main, workerdConditions)
  const workerd = await startWorkerd(script, { bindings: secrets, kvNamespaces: ['SESSIONS'] })
  const sessions = await workerd.getKVNamespace('SESSIONS')
  await sessions.put('ann-7f3a', 'host')
  await sessions.put('bob-91c2', 'participant')
  return { url: new URL(path, await workerd.ready).href, stop: () => workerd.dispose() }
}

/** Lays the route into an app of Next.js, and starts what Next.js builds of it. */
export async function startNext(folder: string): Promise<Running> {
  const route = join(folder, 'app/api/signature')
  mkdirSync(route, { recursive: true })
  for (const file of ['route.ts', 'session.ts']) cpSync(join(folder, file), join(route, file))
  const layout = 'export default ({ children }) => <html lang="en"><body>{children}</body></html>'
  writeFileSync(join(folder, 'app/layout.jsx'), layout)
  const config = { turbopack: { root: folder }, typescript: { ignoreBuildErrors: true } }
  writeFileSync(join(folder, 'next.config.mjs'), `export default ${JSON.stringify(config)}`)
  const program = join(folder, 'node_modules/next/dist/bin/next')
  const env = { ...cleanEnv(), ...secrets, NEXT_TELEMETRY_DISABLED: '1', CI: 'true' }
  await output(process.execPath, [program, 'build'], { cwd: folder, env })
  return startProgram(folder, '/api/signature', (port) => [
    process.execPath,
    program,
    'start',
    '--hostname',
    '127.0.0.1',
    '--port',
    String(port),
  ])
}
