import { builtinModules } from 'node:module'
import { Rolldown } from 'tsdown'

/** Bundles a program as the tools of a runtime do: with its conditions, `node:` left to it. */
export async function bundle(
  input: string,
  conditionNames: readonly string[],
  format: 'esm' | 'iife' = 'esm',
): Promise<string> {
  const build = await Rolldown.rolldown({
    input,
    platform: 'neutral',
    external: [/^node:/, ...builtinModules],
    resolve: { conditionNames: [...conditionNames, 'import', 'default'] },
    onLog: () => {},
  })
  const { output } = await build.generate({ format, name: 'bundle', codeSplitting: false })
  await build.close()
  return output[0].code
}
