import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { type AddressInfo, Server } from 'node:net'
import { basename, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { guides } from '../../docs/.vitepress/content/guides.ts'
import {
  type Command,
  expectSound,
  missingProgram,
  run,
  scratch,
  signingEnvironment,
  snippetFolder,
  tokenIn,
} from './programs.ts'

const standIns = join(import.meta.dirname, 'stand-ins')
const laravel = join(import.meta.dirname, '../../examples/laravel/stubs.php')
const number = '845 1236 7890'
const snippet = (file: string): string => join(snippetFolder, file)
const filesOf = (standIn: string): readonly string[] =>
  readdirSync(join(standIns, standIn)).map((name) => join(standIns, standIn, name))

// Debian's Django belongs to Debian's Python, which need not be the first on the PATH.
const python =
  ['/usr/bin/python3', 'python3'].find(
    (one) => spawnSync(one, ['-c', 'import django']).status === 0,
  ) ?? 'python3-django'

/** How each endpoint is asked, with stand-ins for its framework where that is not installed. */
const runs: Readonly<Record<string, () => readonly Command[]>> = {
  laravel: () => [['php', laravel, number, snippet('php/sign.php'), snippet('laravel/web.php')]],
  wordpress: () => [['php', join(standIns, 'wordpress.php'), snippetFolder]],
  django: () => [[python, join(standIns, 'django_views.py'), snippetFolder]],
  rails: () => [['ruby', join(standIns, 'rails.rb'), snippetFolder]],
  spring: () => {
    const sources = [snippet('java/Sign.java'), snippet('spring/ZoomController.java')]
    return [
      ['javac', '-d', join(scratch, 'spring'), ...sources, ...filesOf('spring')],
      ['java', '-cp', join(scratch, 'spring'), 'Ask'],
    ]
  },
  aspnet: () => {
    const program = join(scratch, 'aspnet.exe')
    const sources = [snippet('csharp/Sign.cs'), snippet('aspnet/ZoomController.cs')]
    return [
      ['mcs', '-warnaserror', '-main:Ask', `-out:${program}`, ...sources, ...filesOf('aspnet')],
      ['mono', program],
    ]
  },
  go: () => {
    const files = [
      snippet('go/sign.go'),
      snippet('go-http/handler.go'),
      join(standIns, 'handler_test.go'),
    ]
    const folder = join(scratch, 'go-http')
    mkdirSync(folder)
    const copies = files.map((file) => join(folder, basename(file)))
    for (const [at, file] of files.entries()) copyFileSync(file, copies[at] ?? '')
    return [['go', 'test', '-v', ...copies]]
  },
}

/** Those whose framework is here, asked as a browser asks them. */
const asked: Readonly<Record<string, (body: string) => Promise<Response>>> = {
  nextjs: async (body) => {
    const { POST } = await import('../../docs/snippets/nextjs/route.ts')
    return POST(new Request('http://x/', { method: 'POST', body }))
  },
  express: async (body) => {
    const listen = vi.spyOn(Server.prototype, 'listen').mockReturnThis()
    await import('../../docs/snippets/express/server.ts')
    const server = listen.mock.contexts[0] as Server
    listen.mockRestore()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const headers = { 'content-type': 'application/json', connection: 'close' }
    const url = `http://127.0.0.1:${port}/zoom/signature`
    try {
      return await fetch(url, { method: 'POST', body, headers })
    } finally {
      server.close()
    }
  },
}

function askWith(body: string, framework: string): Promise<Response> | undefined {
  for (const [name, value] of Object.entries(signingEnvironment)) process.env[name] = value
  return asked[framework]?.(body)
}

describe('each endpoint of a guide', () => {
  for (const { slug, name } of guides.filter((guide) => guide.slug in runs)) {
    it(`answers with a sound signature: ${name}`, (context) => {
      const commands = runs[slug]?.() ?? []
      const missing = missingProgram(commands)
      if (missing) context.skip(`${missing} is not installed`)
      const before = Math.floor(Date.now() / 1000)
      expectSound(tokenIn(commands.map(run).at(-1) ?? ''), before)
    })
  }

  for (const { slug, name } of guides.filter((guide) => guide.slug in asked)) {
    it(`answers with a sound signature: ${name}`, async () => {
      const before = Math.floor(Date.now() / 1000)
      const answer = await askWith(JSON.stringify({ meetingNumber: number }), slug)
      expectSound(tokenIn((await answer?.text()) ?? ''), before)
    })
  }

  it('is run', () => {
    const known = [...Object.keys(runs), ...Object.keys(asked)]
    expect(known.toSorted()).toEqual(guides.map(({ slug }) => slug).toSorted())
  })

  it('answers 400 for a number that is none: Next.js', async () => {
    expect((await askWith('{"meetingNumber":"x"}', 'nextjs'))?.status).toBe(400)
  })
})
