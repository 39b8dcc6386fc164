import { createRequire } from 'node:module'
import { join } from 'node:path'
import { installTool } from '../consumers/tools.ts'

interface KeyValues {
  readonly put: (key: string, value: string) => Promise<void>
}
interface Miniflare {
  readonly ready: Promise<URL>
  readonly getKVNamespace: (name: string) => Promise<KeyValues>
  readonly dispose: () => Promise<void>
}

/** Starts the runtime of Cloudflare Workers with one module, on a free port. */
export async function startWorkerd(
  script: string,
  options: {
    readonly bindings?: Readonly<Record<string, string>>
    readonly kvNamespaces?: readonly string[]
  } = {},
): Promise<Miniflare> {
  const fromTool = createRequire(join(await installTool('miniflare'), 'package.json'))
  const { Miniflare } = fromTool('miniflare') as { Miniflare: new (options: object) => Miniflare }
  return new Miniflare({
    modules: true,
    script,
    compatibilityDate: '2026-07-01',
    compatibilityFlags: ['nodejs_compat'],
    ...options,
  })
}

/** The conditions that wrangler resolves packages with. */
export const workerdConditions: readonly string[] = ['workerd', 'worker', 'browser']
