import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const api = join(import.meta.dirname, '../../apps/api')

export interface Signer {
  /** Where its site is, with a slash at the end. */
  readonly docs: string
  readonly stop: () => void
}

export interface Started {
  readonly url: string
  readonly stop: () => void
}

function addressIn({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let out = ''
    stdout?.on('data', (chunk) => {
      out += chunk
      const [, url] = /Sigshift signer: (\S+)\n/.exec(out) ?? []
      if (url) resolve(url)
    })
  })
}

function start(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--conditions=@sigshift/source', ...args, 'src/server.ts'], {
    cwd: api,
    env: { PATH: process.env.PATH, PORT: '0', ...env },
  })
}

/** Starts the signer alone, with the settings given. */
export async function startSignerAlone(env: NodeJS.ProcessEnv): Promise<Started> {
  const child = start([], env)
  return { url: await addressIn(child), stop: () => void child.kill() }
}

/** Starts the signer as `npm start` does, and waits until its site is built. */
export async function startSigner(): Promise<Signer> {
  const child = start(['--import=../../scripts/docs-for-start.ts'], {})
  const docs = `${await addressIn(child)}docs/`
  while ((await fetch(docs)).status === 503) {
    await new Promise((next) => setTimeout(next, 500))
  }
  return { docs, stop: () => void child.kill() }
}
