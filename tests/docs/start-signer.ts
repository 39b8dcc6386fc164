import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const api = join(import.meta.dirname, '../../apps/api')

export interface Signer {
  /** Where its site is, with a slash at the end. */
  readonly docs: string
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

/** Starts the signer as `npm start` does, and waits until its site is built. */
export async function startSigner(): Promise<Signer> {
  const preload = '--import=../../scripts/docs-for-start.ts'
  const child = spawn(
    process.execPath,
    ['--conditions=@sigshift/source', preload, 'src/server.ts'],
    { cwd: api, env: { PATH: process.env.PATH, PORT: '0' } },
  )
  const docs = `${await addressIn(child)}docs/`
  while ((await fetch(docs)).status === 503) {
    await new Promise((next) => setTimeout(next, 500))
  }
  return { docs, stop: () => void child.kill() }
}
