import { globSync } from 'node:fs'
import { join } from 'node:path'
import { installTool, programOf, type Toolset } from '../consumers/tools.ts'

/** How a user of one package manager gets a package, runs a program of their own, and a command. */
export interface Manager {
  readonly name: string
  readonly tool?: Toolset
  /** The program in the tool's folder, and what stands before every argument. */
  readonly command: (tool: string) => readonly string[]
  readonly add: readonly string[]
  readonly run: readonly string[]
  /** Runs a command of a package that is not installed; absent where the manager has no such thing. */
  readonly execute?: readonly string[]
  readonly env?: (registry: string) => NodeJS.ProcessEnv
}

const bin = (name: string) => (tool: string) => [programOf(tool, name)]

export const managers: readonly Manager[] = [
  {
    name: 'npm',
    command: () => ['npm'],
    add: ['install', '--no-audit', '--no-fund'],
    run: ['exec', '--', 'node'],
    execute: ['exec', '--yes', '--'],
  },
  {
    name: 'pnpm',
    tool: 'pnpm',
    command: bin('pnpm'),
    add: ['add'],
    run: ['exec', 'node'],
    execute: ['dlx'],
  },
  {
    name: 'yarn 1',
    tool: 'yarn-1',
    command: bin('yarn'),
    add: ['add', '--silent'],
    run: ['--silent', 'node'],
    env: (registry) => ({ YARN_REGISTRY: registry }),
  },
  {
    name: 'yarn 4, Plug’n’Play',
    tool: 'yarn-4',
    command: (tool) => [process.execPath, join(tool, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js')],
    add: ['add'],
    run: ['node'],
    execute: ['dlx', '--quiet'],
    env: (registry) => ({
      YARN_NPM_REGISTRY_SERVER: registry,
      YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
      YARN_ENABLE_TELEMETRY: '0',
      // By itself it takes nothing that is younger than a day.
      YARN_NPM_MINIMAL_AGE_GATE: '0',
    }),
  },
  {
    name: 'bun',
    tool: 'bun',
    // Its own program, since an install without scripts leaves no more than a stand-in under .bin.
    command: (tool) => globSync(join(tool, 'node_modules/@oven/bun-*/bin/bun{,.exe}')).slice(0, 1),
    add: ['add'],
    run: ['run'],
    execute: ['x'],
    env: (registry) => ({ BUN_CONFIG_REGISTRY: registry }),
  },
]

/** The command line of a manager, up to the arguments. */
export async function commandOf({ tool, command }: Manager): Promise<readonly string[]> {
  return command(tool ? await installTool(tool) : '')
}
