import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { cell } from './cell.ts'
import { installInto } from './projects.ts'
import { output } from './run.ts'
import { cleanEnv } from './runtimes.ts'
import { type Use, usesOnServers } from './uses.ts'

const row = 'Next.js route'
const next = { next: '16.4.6', react: '19.2.4', 'react-dom': '19.2.4' }
const env = { ...cleanEnv(), NEXT_TELEMETRY_DISABLED: '1', CI: 'true' }

const routes = Object.entries(usesOnServers).flatMap(([column, uses]) =>
  uses.map((use, i) => ({ column, use, path: `/api/${column.replace('@sigshift/', '')}-${i}` })),
)

/** As a user's `app/api/…/route.js`: the question's input comes as the body. */
function routeOf({ specifiers, question }: Use): string {
  const parts = specifiers.map((specifier, i) => `import * as part${i} from '${specifier}'`)
  const names = specifiers.map((_, i) => `part${i}`)
  return `
    ${parts.join('\n')}
    import { ${question} as ask } from '../../../answers.mjs'
    export async function POST(request) {
      return Response.json(await ask(Object.assign({}, ${names}), await request.json()))
    }`
}

async function createApp(): Promise<string> {
  const tarballs = inject('tarballs')
  const libraries = tarballs.filter(({ name }) => name !== 'sigshift')
  // Beside the projects, and removed with them.
  const app = mkdtempSync(join(dirname(inject('consumer')), 'next-'))
  await installInto(app, libraries, tarballs, next)
  copyFileSync(join(import.meta.dirname, 'programs/answers.mjs'), join(app, 'answers.mjs'))
  const layout = 'export default ({ children }) => <html lang="en"><body>{children}</body></html>'
  mkdirSync(join(app, 'app'))
  writeFileSync(join(app, 'app/layout.jsx'), layout)
  // Grammars are files that migrate finds beside itself.
  const config = { serverExternalPackages: ['@sigshift/migrate'], turbopack: { root: app } }
  writeFileSync(join(app, 'next.config.mjs'), `export default ${JSON.stringify(config)}`)
  for (const { path, use } of routes) {
    mkdirSync(join(app, 'app', path), { recursive: true })
    writeFileSync(join(app, 'app', path, 'route.js'), routeOf(use))
  }
  return app
}

describe(row, () => {
  let url: string
  let stop = (): void => {}

  beforeAll(async () => {
    const app = await createApp()
    const program = join(app, 'node_modules/next/dist/bin/next')
    await output(process.execPath, [program, 'build'], { cwd: app, env })
    const args = [program, 'start', '--port', '0', '--hostname', '127.0.0.1']
    const server = spawn(process.execPath, args, {
      cwd: app,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    stop = () => void server.kill()
    for await (const line of createInterface(server.stdout)) {
      url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? ''
      if (url !== '') break
    }
  })

  afterAll(() => stop())

  for (const { column, use, path } of routes) {
    cell(row, column, `${use.question} answers right`, async () => {
      const body = JSON.stringify(use.input ?? null)
      const response = await fetch(url + path, { method: 'POST', body })
      use.expectAnswer(await response.json())
    })
  }
})
