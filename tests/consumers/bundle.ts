import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Rolldown } from 'tsdown'

export interface Bundle {
  readonly code: string
  /** What it still loads when it runs. */
  readonly imports: readonly string[]
  /** The files in it of which some code was kept. */
  readonly modules: readonly string[]
  readonly warnings: readonly string[]
}

/** Bundles a program of the consumer's for browsers; as a script it leaves its exports in `bundle`. */
export async function bundleForBrowser(
  consumer: string,
  program: string,
  format: 'iife' | 'esm' = 'esm',
): Promise<Bundle> {
  const folder = mkdtempSync(join(consumer, 'bundle-'))
  const input = join(folder, 'main.js')
  writeFileSync(input, program)
  const warnings: string[] = []
  const build = await Rolldown.rolldown({
    input,
    cwd: folder,
    platform: 'browser',
    onLog: (_, { message }) => warnings.push(message),
  })
  const { output } = await build.generate({ format, name: 'bundle', minify: false })
  await build.close()
  const [{ code, imports, dynamicImports, modules }] = output
  const kept = Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0)
  return {
    code,
    imports: [...imports, ...dynamicImports],
    modules: kept.map(([path]) => path),
    warnings,
  }
}
