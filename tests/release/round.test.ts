import { createHmac } from 'node:crypto'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishables, readJson, root } from '../consumers/publishable.ts'
import { type Outcome, output, run } from '../consumers/run.ts'
import { commandOf, type Manager, managers } from './managers.ts'
import { type Registry, startRegistry } from './registry.ts'
import { release, userOf } from './release.ts'
import { changedIn, copyTree } from './tree-copy.ts'

const names = publishables.map(({ manifest }) => manifest.name).sort()
const readme = readFileSync(join(root, 'packages/signer/README.md'), 'utf8')
const [, firstLines = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []
const [, secret = ''] = /sdkSecret: '([^']+)'/.exec(firstLines) ?? []

let registry: Registry
let copy: string
let plan: Awaited<ReturnType<typeof release>>['plan']

beforeAll(async () => {
  registry = await startRegistry()
  copy = await copyTree()
  ;({ plan } = await release(copy, registry))
})

afterAll(() => {
  registry?.stop()
  if (copy) rmSync(copy, { recursive: true, force: true })
})

/** Reads a token with nothing of ours. */
function expectToken(token: string, key: string): void {
  const [header = '', payload = '', mac] = token.split('.')
  expect(mac).toBe(createHmac('sha256', key).update(`${header}.${payload}`).digest('base64url'))
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  expect(claims).toMatchObject({ mn: '84512367890', role: 0 })
  expect(claims.exp - claims.iat).toBe(7200)
}

test('every package is in the plan once, after those that it needs', () => {
  const order = plan.flat().map(({ name }) => name)
  expect([...order].sort()).toEqual(names)
  expect(order[0]).toBe('@sigshift/spec')
  expect(order.indexOf('@sigshift/signer')).toBeLessThan(order.indexOf('@sigshift/compat'))
  expect(order.indexOf('@sigshift/migrate')).toBeLessThan(order.indexOf('sigshift'))
})

test('a release consumes the changesets, and writes versions and changelogs and nothing else', () => {
  const changed = changedIn(copy)
  const released = publishables.flatMap(({ folder }) => [
    `${folder}/CHANGELOG.md`,
    `${folder}/package.json`,
  ])
  expect(changed.filter((path) => !path.startsWith('.changeset/')).sort()).toEqual(released.sort())
  expect(changed.some((path) => path.startsWith('.changeset/'))).toBe(true)
})

test.each(names)(
  '%s is what the registry gives as latest, at the version of the plan',
  async (name) => {
    const planned = plan.flat().find((entry) => entry.name === name)
    const answer = await fetch(registry.url + name)
    const { 'dist-tags': tags, versions } = await answer.json()
    expect(tags).toEqual({ latest: planned?.version })
    expect(Object.keys(versions)).toEqual([planned?.version])
    expect(versions[planned?.version ?? '']).not.toHaveProperty('scripts.postinstall')
  },
)

test('what the packages need of one another is the version that was published with them', async () => {
  const { version } = readJson<{ version: string }>(copy, 'packages/spec/package.json')
  const answer = await fetch(`${registry.url}@sigshift/signer`)
  const { versions } = await answer.json()
  expect(versions[version]?.dependencies).toMatchObject({ '@sigshift/spec': version })
})

interface Bill {
  readonly specVersion: string
  readonly components?: readonly { readonly name: string; readonly purl: string }[]
}

test('the bill of materials of a package names all that comes with it, and nothing else', async () => {
  const { specVersion, components } = readJson<Bill>(copy, 'release/sbom/sigshift-signer.cdx.json')
  const { version } = readJson<{ version: string }>(copy, 'packages/signer/package.json')
  const folder = mkdtempSync(join(registry.folder, 'bill-'))
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const options = { cwd: folder, env: userOf(registry) }
  await output('npm', ['install', '--no-audit', `@sigshift/signer@${version}`], options)
  const { packages } = readJson<{ packages: Record<string, { version: string }> }>(
    folder,
    'package-lock.json',
  )
  const installed = Object.entries(packages)
    .map(([path, { version: one }]) => `pkg:npm/${path.replace('node_modules/', '')}@${one}`)
    .filter((purl) => /@/.test(purl) && !/\/@sigshift\/signer@|undefined$/.test(purl))
  expect(Number(specVersion)).toBeGreaterThanOrEqual(1.5)
  expect(components?.map(({ purl }) => decodeURIComponent(purl)).sort()).toEqual(installed.sort())
})

test.each(['sigshift-migrate', 'sigshift'])(
  'the bill of %s names what is inside the packages without being installed with them',
  (bill) => {
    const { components = [] } = readJson<Bill>(copy, `release/sbom/${bill}.cdx.json`)
    const named = new Set(components.map(({ name }) => name))
    const grammars = globSync('*.wasm.br', { cwd: join(copy, 'packages/migrate/dist/grammars') })
    const notices = readFileSync(join(copy, 'packages/cli/THIRD-PARTY-NOTICES.md'), 'utf8')
    const packages = [...notices.matchAll(/^## (\S+)/gm)].map(([, name]) => name ?? '')
    const inside = [
      ...grammars.map((file) => file.replace('.wasm.br', '')),
      ...(bill === 'sigshift' ? packages : []),
    ]
    expect(grammars.length).toBeGreaterThan(0)
    expect(packages.length).toBeGreaterThan(0)
    expect(inside.filter((name) => !named.has(name))).toEqual([])
  },
)

describe.each(managers)('a user of $name', (manager: Manager) => {
  let command: readonly string[]
  let env: NodeJS.ProcessEnv
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-user-'))

  beforeAll(async () => {
    command = await commandOf(manager)
    env = { ...userOf(registry), ...manager.env?.(registry.url) }
    writeFileSync(join(folder, 'package.json'), '{ "name": "mine", "private": true }\n')
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const call = async (...args: readonly string[]): Promise<Outcome> => {
    const [program = '', ...before] = command
    const outcome = await run(program, [...before, ...args], { cwd: folder, env })
    if (outcome.status !== 0) throw new Error(`${args.join(' ')}: ${JSON.stringify(outcome)}`)
    return outcome
  }

  test('signs with the first lines of the README', async () => {
    await call(...manager.add, '@sigshift/signer')
    writeFileSync(join(folder, 'sign.mjs'), `${firstLines}\nconsole.log(signature)\n`)
    const { stdout } = await call(...manager.run, 'sign.mjs')
    expectToken(stdout.trim(), secret)
  })

  if (manager.execute === undefined) return
  const sigshift = [...manager.execute, 'sigshift']

  test('signs with the command, which then finds no fault in the token', async () => {
    env = { ...env, ZOOM_MEETING_SDK_KEY: 'a-key-of-a-user', ZOOM_MEETING_SDK_SECRET: secret }
    const signed = await call(...sigshift, 'sign', '--meeting-number', '84512367890', '--role', '0')
    const token = signed.stdout.trim().split('\n').at(-1) ?? ''
    expectToken(token, secret)
    const { stdout } = await call(...sigshift, 'explain', token, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ sound: true, format: 'jwt', issues: [] })
  })
})
