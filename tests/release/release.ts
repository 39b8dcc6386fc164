import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from '../consumers/publishable.ts'
import { cleanEnv } from '../consumers/runtimes.ts'
import type { Registry } from './registry.ts'
import { pnpm } from './tree-copy.ts'

interface PublishPlan {
  /** Packages that may go together; each group needs only those before it. */
  readonly plan: readonly (readonly {
    readonly kind: string
    readonly name: string
    readonly version: string
    readonly tag: string
  }[])[]
}

/** The environment of someone who has nothing but this registry, with a home of their own. */
export function userOf({ url, folder }: Registry): NodeJS.ProcessEnv {
  const home = mkdtempSync(join(folder, 'home-'))
  const host = new URL(url).host
  writeFileSync(join(home, '.npmrc'), `registry=${url}\n//${host}/:_authToken=local\n`)
  const { npm_config_registry, npm_config_cache, XDG_CACHE_HOME, ...env } = cleanEnv()
  return { ...env, HOME: home, npm_config_userconfig: join(home, '.npmrc'), CI: 'true' }
}

/** What the workflow does with a version commit, on a copy of the tree and for a registry here. */
export async function release(copy: string, registry: Registry): Promise<PublishPlan> {
  // Provenance is made of the workflow's identity, which a registry here cannot check.
  const env = { ...cleanEnv(), npm_config_provenance: 'false', TURBO_TELEMETRY_DISABLED: '1' }
  const publisher = { ...env, npm_config_userconfig: userOf(registry).npm_config_userconfig }

  await pnpm(copy, env, 'run', 'version-packages')
  await pnpm(copy, publisher, 'run', 'pack-release')
  await pnpm(copy, publisher, 'run', 'release')
  return readJson<PublishPlan>(copy, 'release-plan.json')
}
