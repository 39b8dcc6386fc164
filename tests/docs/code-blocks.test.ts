import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  commandLineReference,
  signerEnvExample,
  signerHelp,
} from '../../docs/.vitepress/content/command-line.ts'
import { guides } from '../../docs/.vitepress/content/guides.ts'
import { snippets } from '../../docs/.vitepress/content/snippets.ts'
import { findExamples } from '../../scripts/examples.ts'
import { type CodeBlock, readmeBlocks, siteBlocks } from './code-blocks.ts'
import { expectSound, signingEnvironment, snippetFolder, tokenIn } from './programs.ts'
import { runShell } from './shell.ts'
import { type Started, startSignerAlone } from './start-signer.ts'
import { key, secret } from './tokens.ts'

const root = join(import.meta.dirname, '../..')
const unique = (blocks: readonly CodeBlock[]): readonly CodeBlock[] => [
  ...new Map(blocks.map((block) => [block.code, block])).values(),
]
const isShell = ({ language }: CodeBlock): boolean => language === 'sh'
const isReference = ({ page }: CodeBlock): boolean => page.startsWith('reference/packages/')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Run by `snippets.test.ts` and `endpoints.test.ts`; the page's own code is run below. */
const programs = new Set(
  [...snippets, ...guides].map(({ file }) => read(join('docs/snippets', file)).trim()),
)
const joining = read('docs/snippets/join/join.js').trim()
/** Run by `scripts/examples.test.ts`. */
const examples = new Set(
  globSync('packages/*/src/**/*.ts', { cwd: root })
    .flatMap((path) => findExamples(path, read(path)))
    .map(({ code }) => code.trim()),
)
const printed = commandLineReference() + signerHelp() + signerEnvExample()

/** What proves a block, or nothing. */
function proofOf(block: CodeBlock): string | undefined {
  const code = block.code.trim()
  if (programs.has(code)) return 'run'
  if (code === joining) return 'run'
  if (isShell(block)) return 'run'
  if (isReference(block)) {
    if (examples.has(code)) return 'run'
    return block.heading.startsWith('Example') ? undefined : 'written by typedoc from the types'
  }
  if (/^(?:text|ini)$/.test(block.language) && printed.includes(code)) return 'printed by a program'
  return block.language === 'json' && JSON.parse(code) ? 'parsed' : undefined
}

/** As Zoom's token endpoint: Basic authorisation, the grant in the query. */
function answerAsZoom(): Server {
  return createServer(({ method, url = '', headers }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://zoom.us')
    const isRight =
      method === 'POST' &&
      pathname === '/oauth/token' &&
      searchParams.get('grant_type') === 'account_credentials' &&
      searchParams.get('account_id') === 'ACCOUNT_ID' &&
      headers.authorization === `Basic ${btoa('CLIENT_ID:CLIENT_SECRET')}`
    response.writeHead(isRight ? 200 : 400, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ access_token: 'eyJ', token_type: 'bearer', expires_in: 3600 }))
  })
}

/** What a README takes as given around its JavaScript. */
const around = `
const meetingNumber = '845 1236 7890', userName = 'Ann'
const client = { join: async ({ signature }) => { console.log(signature) } }
globalThis.fetch = async () => Response.json({ signature: 'eyJ.eyJ.c2ln' })
`
const imported = "import { fetchSignatureAndJoin } from '@sigshift/compat'\n"

/** What a difference makes of the code, or code as it is. */
function afterwards({ language, code }: CodeBlock): string {
  return language === 'diff' ? code.replace(/^-.*\n/gm, '').replace(/^[+ ]/gm, '') : imported + code
}

describe('code in READMEs', () => {
  const isScript = ({ language }: CodeBlock) => language === 'js' || language === 'diff'

  for (const block of readmeBlocks.filter(isScript)) {
    it(`runs: ${block.page}: ${block.heading}`, () => {
      const args = ['--conditions=@sigshift/source', '--input-type=module', '-e']
      const { status, stderr } = spawnSync(
        process.execPath,
        [...args, around + afterwards(block)],
        {
          cwd: join(root, 'packages/compat'),
          env: { ZOOM_SDK_KEY: key, ZOOM_SDK_SECRET: secret },
          encoding: 'utf8',
        },
      )
      expect(stderr).toBe('')
      expect(status).toBe(0)
    })
  }

  it('is of a language that is run here or by scripts/examples.test.ts, or is a setting', () => {
    const languages = new Set(readmeBlocks.map(({ language }) => language))
    expect([...languages].toSorted()).toEqual(['console', 'diff', 'js', 'sh', 'ts', 'yaml'])
  })
})

describe('code in pages', () => {
  it('is run, printed by a program or written from the types, every block of it', () => {
    expect(siteBlocks.length).toBeGreaterThan(400)
    const unproved = siteBlocks.filter((block) => proofOf(block) === undefined)
    expect(unproved).toEqual([])
  })

  it('joins with what an endpoint answers, on the page', async () => {
    for (const [name, value] of Object.entries(signingEnvironment)) vi.stubEnv(name, value)
    const { POST } = await import('../../docs/snippets/nextjs/route.ts')
    const joined = vi.fn()
    vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
      POST(new Request(new URL(path, 'http://page'), init)),
    )
    vi.stubGlobal('ZoomMtg', { join: joined })
    const known = { meetingNumber: '845 1236 7890', userName: 'Ann', passWord: 'secret' }
    for (const [name, value] of Object.entries(known)) vi.stubGlobal(name, value)
    const before = Math.floor(Date.now() / 1000)
    await import(join(snippetFolder, 'join/join.js'))
    vi.unstubAllGlobals()
    expect(joined).toHaveBeenCalledWith({ ...known, signature: expect.any(String) })
    expectSound(joined.mock.calls[0]?.[0].signature, before)
  })
})

// Linux's `script` is the terminal.
describe.skipIf(process.platform !== 'linux')('what is typed into a terminal', () => {
  let zoom: Server
  let signer: Started

  beforeAll(async () => {
    zoom = answerAsZoom()
    await new Promise<void>((listening) => zoom.listen(0, '127.0.0.1', listening))
    signer = await startSignerAlone(signingEnvironment)
  })
  afterAll(() => {
    zoom?.close()
    signer?.stop()
  })
  const type = (lines: string) => {
    const { port } = zoom.address() as AddressInfo
    return runShell(lines, { signer: signer.url, zoom: `http://127.0.0.1:${port}/` })
  }

  for (const { page, code } of unique([...siteBlocks, ...readmeBlocks].filter(isShell))) {
    it(`works: ${page}: ${code.split('\n')[0]}`, async () => {
      const { status, printed } = await type(code)
      expect(status, printed).toBe(0)
    })
  }

  for (const { page, code } of readmeBlocks.filter(({ language }) => language === 'console')) {
    const typed = code.split('\n').filter((line) => line.startsWith('$ '))
    it(`works: ${page}: ${typed[0]}`, async () => {
      const { status, printed } = await type(typed.map((line) => line.slice(2)).join('\n'))
      expect(status, printed).toBe(0)
    })
  }

  it('prints a sound signature where it signs', async () => {
    const before = Math.floor(Date.now() / 1000)
    const { printed } = await type('npx sigshift sign --meeting-number 84512367890 --role 0')
    expectSound(tokenIn(printed), before)
  })

  it('fails for a command that is none', async () => {
    const { status } = await type('npx sigshift explian eyJhbGciOi...')
    expect(status).not.toBe(0)
  })
})
