import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { cell } from './cell.ts'
import {
  copyExample,
  type Running,
  startNext,
  startProgram,
  startWorker,
} from './example-servers.ts'
import { bun, deno, denoFlags } from './runtimes.ts'
import { credentials } from './suite-input.ts'
import { verifyToken } from './verify-token.ts'

interface Example {
  readonly name: string
  readonly runtime: string
  readonly beside?: Readonly<Record<string, string>>
  readonly start: (folder: string) => Promise<Running>
  /** How a session is shown; the example on `node:http` has none, and makes nobody host. */
  readonly session: 'cookie' | 'bearer' | 'none'
}

const hono = { hono: '4.13.19' }

/** What Bun, Deno and Workers serve of a Hono app. */
function writeHonoMain(folder: string): string {
  const main = join(folder, 'main.ts')
  writeFileSync(main, "import { app } from './app.ts'\nexport default app\n")
  return main
}

/** As the README of `@hono/node-server` has it. */
const honoOnNode = `import { serve } from '@hono/node-server'
import { app } from './app.ts'
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: process.env.HOST })
`

const serveWithDeno = async (folder: string, path: string, file: string): Promise<Running> => {
  const program = await deno()
  return startProgram(folder, path, (port) => [
    program,
    'serve',
    ...denoFlags,
    '--host=127.0.0.1',
    `--port=${port}`,
    file,
  ])
}

const serveWithBun = async (folder: string, path: string, file: string): Promise<Running> => {
  const program = await bun()
  return startProgram(folder, path, () => [program, file])
}

const examples: readonly Example[] = [
  {
    name: 'node-server',
    runtime: `Node ${process.versions.node.split('.')[0]}`,
    session: 'none',
    start: (folder) => startProgram(folder, '/', () => [process.execPath, 'server.ts']),
  },
  {
    name: 'hono',
    runtime: `Node ${process.versions.node.split('.')[0]}`,
    session: 'bearer',
    beside: { ...hono, '@hono/node-server': '2.1.8' },
    start: (folder) => {
      writeFileSync(join(folder, 'main.ts'), honoOnNode)
      return startProgram(folder, '/signature', () => [process.execPath, 'main.ts'])
    },
  },
  {
    name: 'hono',
    runtime: 'Bun',
    session: 'bearer',
    beside: hono,
    start: (folder) => serveWithBun(folder, '/signature', writeHonoMain(folder)),
  },
  {
    name: 'hono',
    runtime: 'Deno',
    session: 'bearer',
    beside: hono,
    start: (folder) => serveWithDeno(folder, '/signature', writeHonoMain(folder)),
  },
  {
    name: 'hono',
    runtime: 'workerd',
    session: 'bearer',
    beside: hono,
    start: (folder) => startWorker(writeHonoMain(folder), '/signature'),
  },
  {
    name: 'nextjs-route',
    runtime: `Node ${process.versions.node.split('.')[0]}`,
    session: 'cookie',
    beside: {
      next: '16.4.6',
      react: '19.2.4',
      'react-dom': '19.2.4',
      typescript: '5.9.3',
      '@types/node': '24.10.1',
      '@types/react': '19.2.7',
    },
    start: startNext,
  },
  {
    name: 'workers',
    runtime: 'workerd',
    session: 'cookie',
    start: (folder) => startWorker(join(folder, 'worker.ts'), '/signature'),
  },
  {
    name: 'deno',
    runtime: 'Deno',
    session: 'cookie',
    start: (folder) => serveWithDeno(folder, '/', 'server.ts'),
  },
  {
    name: 'bun',
    runtime: 'Bun',
    session: 'cookie',
    start: (folder) => serveWithBun(folder, '/', 'server.ts'),
  },
]

function headersOf(how: Example['session'], session: string | undefined): Record<string, string> {
  const type = { 'content-type': 'application/json' }
  if (session === undefined || how === 'none') return type
  return how === 'bearer'
    ? { ...type, authorization: `Bearer ${session}` }
    : { ...type, cookie: `theme=dark; session=${session}` }
}

const asked: readonly (readonly [session: string | undefined, role: number, status: number])[] = [
  [undefined, 0, 401],
  ['eve-0000', 0, 401],
  ['bob-91c2', 0, 200],
  ['bob-91c2', 1, 403],
  ['ann-7f3a', 1, 200],
]

/** Next.js installs and builds an app first. */
const startMs = 600_000

describe.each(examples)('examples/$name on $runtime', (example) => {
  const { name, runtime, session: how } = example
  let running: Running | undefined

  beforeAll(async () => {
    running = await example.start(await copyExample(name, inject('tarballs'), example.beside))
  }, startMs)
  afterAll(() => running?.stop())

  async function ask(session: string | undefined, role: number): Promise<Response> {
    const body = JSON.stringify({ meetingNumber: '845 1236 7890', role })
    const headers = headersOf(how, session)
    return fetch(running?.url ?? '', { method: 'POST', headers, body })
  }

  async function expectToken(response: Response, role: number): Promise<void> {
    expect(response.status).toBe(200)
    const { signature } = (await response.json()) as { signature: string }
    const claims = verifyToken(signature, credentials.sdkSecret)
    expect(claims).toMatchObject({ mn: '84512367890', role, appKey: credentials.sdkKey })
    expect(Math.abs(Date.now() / 1000 - 30 - Number(claims.iat))).toBeLessThan(60)
  }

  cell(runtime, `examples/${name}`, async () => {
    if (how === 'none') return expectToken(await ask(undefined, 1), 0)
    for (const [session, role, status] of asked) {
      const response = await ask(session, role)
      if (status === 200) await expectToken(response, role)
      else expect([session, role, response.status]).toEqual([session, role, status])
    }
  })
})
