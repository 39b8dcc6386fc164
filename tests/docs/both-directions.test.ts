import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { settings } from '../../apps/api/src/settings.ts'
import { profiles } from '../../docs/.vitepress/content/claims.ts'
import { guides } from '../../docs/.vitepress/content/guides.ts'
import { signingGroups } from '../../docs/.vitepress/content/snippets.ts'
import { entryPoints } from '../../docs/scripts/entry-points.ts'
import { flagOf } from '../../packages/cli/src/command.ts'
import { commands } from '../../packages/cli/src/commands.ts'
import {
  errorCodes,
  issueCatalogue,
  sdkHistory,
  symptoms,
  timeline,
} from '../../packages/spec/src/index.ts'
import { dist } from './build-site.ts'

const root = join(import.meta.dirname, '../..')
const page = (path: string): string => readFileSync(join(dist, path), 'utf8')
const namesIn = (folder: string): string[] =>
  readdirSync(join(dist, folder))
    .filter((name) => name.endsWith('.html') && name !== 'index.html')
    .map((name) => name.replace(/\.html$/, ''))
    .toSorted()
const allOf = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].toSorted()

describe('what the packages know and what the site shows are the same', () => {
  it('issue codes: a page each, listed once, and no other', () => {
    const codes = Object.keys(issueCatalogue).toSorted()
    expect(namesIn('issues')).toEqual(codes)
    expect(allOf(page('issues/index.md'), /\]\([^)]*\/issues\/([\w-]+)\)/g)).toEqual(codes)
  })

  it('symptoms: a page each, titled with the exact text, and no other', () => {
    expect(namesIn('symptoms')).toEqual(symptoms.map(({ slug }) => slug).toSorted())
    for (const { slug, text } of symptoms) {
      const [, title = ''] = /<title>([^<]*)<\/title>/.exec(page(`symptoms/${slug}.html`)) ?? []
      const plain = title
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&')
      expect(plain.startsWith(text), slug).toBe(true)
    }
  })

  it('each issue that a page links to exists, and each symptom leads to its causes', () => {
    for (const { slug, causes } of symptoms) {
      const linked = allOf(page(`symptoms/${slug}.md`), /sigshift\/issues\/([a-z][\w-]+)\)/g)
      expect(linked, slug).toEqual([...causes].toSorted())
    }
  })

  it('claims: a row each in the reference', () => {
    const text = page('claims.md')
    for (const { claims, title } of profiles) {
      const [, section = ''] = text.split(`## ${title}\n`)
      const [body = ''] = section.split('\n### ')
      const rows = [...body.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
      expect(rows).toEqual(claims.map(({ claim }) => claim))
    }
  })

  it('error codes, releases and events: a row each', () => {
    const rows = page('error-codes.md').match(/^\| -?\d+ \|/gm) ?? []
    expect(rows).toHaveLength(errorCodes.length)
    const versions = page('sdk-versions.md')
    for (const { version, date } of sdkHistory)
      expect(versions).toContain(`| ${version} | ${date} |`)
    const events = page('is-jwt-deprecated.md').match(/^- \*\*(?:\d{4}[\d-]*|open)\*\*/gm) ?? []
    expect(events).toHaveLength(timeline.length)
  })

  it('the dates that went round wrongly are marked', () => {
    const wrong = timeline.filter(({ misreported }) => misreported)
    expect(wrong).toHaveLength(2)
    const html = page('is-jwt-deprecated.html')
    expect(html.match(/class="wrong"/g)).toHaveLength(wrong.length)
    expect(
      html.match(/<span class="VPBadge warning"[^>]*>(?:<!--.*?-->)*\s*went round wrongly/g),
    ).toHaveLength(wrong.length)
  })

  it('commands and flags: all on the page, and no other', () => {
    const text = page('reference/cli.md')
    expect(allOf(text, /^## sigshift (\w+)/gm)).toEqual(commands.map(({ name }) => name).toSorted())
    for (const { name, options } of commands) {
      const [, section = ''] = text.split(`## sigshift ${name}\n`)
      const [body = ''] = section.split('\n## ')
      const shown = allOf(body, /^ {2}(?:-\w, )?(--[\w-]+)/gm)
      const known = options.filter(({ hidden }) => !hidden).map((row) => flagOf(row))
      expect(shown).toEqual([...known, '--help'].toSorted())
    }
  })

  it('environment variables: all on the page on hosting, and no other', () => {
    const text = page('hosting.md')
    const names = Object.values(settings).map(({ name }) => name)
    for (const name of names) expect(text).toContain(name)
    const [, help = ''] = text.split('## Its help, word for word')
    const [body = ''] = help.split('A file to copy')
    expect(allOf(body, /^ {2}([A-Z][A-Z_]+) /gm)).toEqual(names.toSorted())
  })

  it('exports: each name that a package exports has its place in the reference', () => {
    const program = `
      const out = {}
      for (const [name, file] of Object.entries(${JSON.stringify(entryPoints)})) {
        out[name] = Object.keys(await import(${JSON.stringify(pathToFileURL(`${root}/`).href)} + file))
      }
      process.stdout.write(JSON.stringify(out))`
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--conditions=@sigshift/source', '--input-type=module', '--eval', program],
      { cwd: join(root, 'docs'), encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    for (const [name, exported] of Object.entries<string[]>(JSON.parse(stdout))) {
      const text = page(`reference/packages/${name}.md`)
      for (const one of exported) {
        expect(text, `${one} of ${name}`).toMatch(
          new RegExp(`^### (?:\`abstract\` )?${one}(?:\\\\?<.*>)?(?:\\(\\))?$`, 'm'),
        )
      }
    }
  })

  it('types and errors: in the reference as the source states them', () => {
    const text = page('reference/packages/@sigshift/signer.md')
    expect(text).toContain('function createSigner(options): Signer<InputOf<typeof meetingSdk>>;')
    expect(text).toContain('readonly issues: readonly [Issue, ...Issue[]];')
    expect(text).toContain('`CredentialsError` where the key or the secret cannot be right.')
    expect(text).not.toContain('__namedParameters')
  })

  it('routes of the hosted signer: each on its page', () => {
    expect(page('reference/http-api.md')).toMatch(/^## POST \/$/m)
    expect(page('reference/http-api.md')).toMatch(/^## GET \/healthz$/m)
  })

  it('guides and signing code: a page each, and a part each', () => {
    expect(namesIn('migrate')).toEqual(
      expect.arrayContaining(guides.map(({ slug }) => slug).toSorted()),
    )
    const parts = readdirSync(join(root, 'docs/.vitepress/parts')).toSorted()
    expect(parts).toEqual(signingGroups.map((group) => `signing-${group}.md`).toSorted())
  })
})
