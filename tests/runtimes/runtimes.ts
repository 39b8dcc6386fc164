import { globSync } from 'node:fs'
import { installTool } from '../consumers/tools.ts'

/** A program of a package that brings it for each platform, which only its install script would link. */
async function binary(tool: 'bun' | 'deno', pattern: string): Promise<string> {
  const folder = await installTool(tool)
  const [found] = globSync(`${folder}/node_modules/${pattern}`)
  if (found === undefined) throw new Error(`no ${pattern} for this platform`)
  return found
}

export const bun = (): Promise<string> => binary('bun', '@oven/bun-*/bin/bun{,.exe}')
export const deno = (): Promise<string> => binary('deno', '@deno/*/deno{,.exe}')

/** Deno with the packages that npm put beside a program, and nothing from the network. */
export const denoFlags: readonly string[] = [
  '--node-modules-dir=manual',
  '--no-remote',
  '--allow-env',
  '--allow-read',
]
