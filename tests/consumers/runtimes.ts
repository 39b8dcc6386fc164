import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join, sep } from 'node:path'

/** Those that the packages are tried on. */
type Major = 20 | 24

export interface Runtime {
  readonly name: string
  readonly major: Major
  readonly node: string
  /** What a shell outside the repository has, this Node first. */
  readonly env: NodeJS.ProcessEnv
}

// The repository's own node_modules/.bin would let a consumer find what it never installed.
const hostPath = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.split(sep).includes('node_modules'))

// Left by vitest, pnpm and npm; they change what Node and npm do.
const inherited =
  /^(?:NODE_(?!EXTRA_CA_CERTS)|VITEST|SIGSHIFT_COUNTS|npm_(?:package|lifecycle|command|execpath|node_execpath))/

/** The environment without what the test runner and the package manager put into it. */
export function cleanEnv(...firstOnPath: readonly string[]): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !inherited.test(name))
  return {
    ...Object.fromEntries(kept),
    PATH: [...firstOnPath, ...hostPath].join(delimiter),
    NO_COLOR: '1',
    npm_config_update_notifier: 'false',
  }
}

function describe(node: string): Runtime {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  const major = Number(/^v(\d+)/.exec(version)?.[1]) as Major
  return { name: `Node ${version.slice(1)}`, major, node, env: cleanEnv(dirname(node)) }
}

const hostNode = hostPath.map((folder) => join(folder, 'node')).find((path) => existsSync(path))

/** The repository's Node, and the host's where it is another major that the packages support. */
export const runtimes: readonly Runtime[] = [process.execPath, ...(hostNode ? [hostNode] : [])]
  .map(describe)
  .filter(
    ({ major }, index, all) => major >= 20 && all.findIndex((r) => r.major === major) === index,
  )
