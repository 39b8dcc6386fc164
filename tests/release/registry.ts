import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { output } from '../consumers/run.ts'
import { cleanEnv } from '../consumers/runtimes.ts'
import { installTool } from '../consumers/tools.ts'

export interface Registry {
  readonly url: string
  /** Where it keeps what it has, and its users their homes; gone after `stop`. */
  readonly folder: string
  readonly stop: () => void
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

/** Ours are had from here alone; everything else comes through from the registry that npm uses. */
const configuration = (upstream: string): object => ({
  storage: './storage',
  uplinks: { upstream: { url: upstream } },
  packages: {
    '@sigshift/*': { access: '$all', publish: '$all' },
    sigshift: { access: '$all', publish: '$all' },
    '**': { access: '$all', proxy: 'upstream' },
  },
  log: { type: 'stdout', format: 'pretty', level: 'warn' },
})

/** Starts an empty registry on 127.0.0.1, where whoever asks may publish. */
export async function startRegistry(): Promise<Registry> {
  const tool = await installTool('verdaccio')
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-registry-'))
  const options = { cwd: folder, env: cleanEnv() }
  const upstream = await output('npm', ['config', 'get', 'registry'], options)
  writeFileSync(join(folder, 'config.yaml'), JSON.stringify(configuration(upstream.trim())))

  const listen = `127.0.0.1:${await findFreePort()}`
  const program = join(tool, 'node_modules/verdaccio/bin/verdaccio')
  const args = [program, '--config', 'config.yaml', '--listen', listen]
  const server = spawn(process.execPath, args, { ...options, stdio: 'ignore' })
  const stop = (): void => {
    server.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const url = `http://${listen}/`
  for (let tries = 0; tries < 300; tries += 1) {
    const isUp = await fetch(`${url}-/ping`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return { url, folder, stop }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  stop()
  throw new Error('the registry does not answer')
}
