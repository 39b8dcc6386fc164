import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const server = join(import.meta.dirname, '../../apps/api/src/server.ts')

export const sdkKey = 'xu3JPaA_RJW2-9l5_HAaLA'
/** Known, so that a test can look for it in everything that comes out. */
export const sdkSecret = 'canary7gT2wQ9mZ4kV8nB3xL6pR1sD5'
export const callerKey = `sgs_${createHash('sha256').update('the caller of the tests').digest('base64url')}`

function hashOf(key: string): string {
  return `sha256:${createHash('sha256').update(key).digest('hex')}`
}

export interface Api {
  readonly process: ChildProcess
  readonly url: string
  readonly port: number
  /** Everything on standard output and standard error until now. */
  readonly output: () => string
  /** Resolves when the output has it. */
  readonly shows: (pattern: RegExp) => Promise<void>
  readonly ended: Promise<number | null>
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly nodeArguments?: readonly string[]
}

const lastingMs = 20_000

/** Starts the signer on a free port of 127.0.0.1, with these variables and no other. */
export async function startApi({ env = {}, nodeArguments = [] }: StartOptions = {}): Promise<Api> {
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-api-'))
  const flags = ['--conditions=@sigshift/source', ...nodeArguments]
  const child = spawn(process.execPath, [...flags, server], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', ...env },
  })
  let text = ''
  const listeners = new Set<() => void>()
  const take = (chunk: Buffer): void => {
    text += chunk.toString()
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      rmSync(folder, { recursive: true, force: true })
      resolve(code)
    })
  })
  const shows = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer)
        listeners.delete(look)
        act()
      }
      const look = (): void => {
        if (pattern.test(text)) settle(resolve)
      }
      const timer = setTimeout(
        () => settle(() => reject(new Error(`no ${pattern} in ${text.slice(-2000)}`))),
        lastingMs,
      )
      listeners.add(look)
      void ended.then(() => settle(() => reject(new Error(`ended without ${pattern}: ${text}`))))
      look()
    })
  await shows(/Sigshift signer: \S+\n/)
  const url = /Sigshift signer: (\S+)/.exec(text)?.[1] ?? ''
  return {
    process: child,
    url,
    port: Number(new URL(url).port),
    output: () => text,
    shows,
    ended,
  }
}

export interface AccessFolder {
  readonly path: string
  readonly write: (secret: string, policy?: object) => void
  readonly remove: () => void
}

/** A folder with an access file of one app and one caller, written as a whole each time. */
export function createAccessFolder(): AccessFolder {
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-access-'))
  const path = join(folder, 'access.json')
  const put = (file: string, text: string): void => {
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
  }
  const write = (secret: string, policy: object = {}): void => {
    put(join(folder, 'secret'), secret)
    const file = {
      apps: { main: { sdkKey, sdkSecret: { file: join(folder, 'secret') } } },
      callers: { web: { keys: [hashOf(callerKey)], policy } },
    }
    put(path, JSON.stringify(file))
  }
  write(sdkSecret)
  return { path, write, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
