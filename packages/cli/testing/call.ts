import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import type { Result } from '../src/result.ts'
import { run } from '../src/run.ts'
import { runGit } from '../src/run-git.ts'
import type { World } from '../src/world.ts'

type Host = Omit<World, 'secrets'>

/** A world without a terminal, in which nothing may be read that a test did not put there. */
function createHost(changes: Partial<Host> = {}): Host {
  const terminal = { columns: 80, colour: false, unicode: true }
  return {
    env: {},
    clock: () => new Date(),
    fetch: globalThis.fetch,
    cwd: process.cwd(),
    stdinIsTerminal: true,
    readStdin: async () => '',
    readFile: (path) => readFile(path, 'utf8'),
    writeFile: (path, text, mode) => writeFile(path, text, { mode }),
    exists: async (path) => existsSync(path),
    git: (args, cwd) => runGit(args, cwd, { PATH: process.env.PATH }),
    canAsk: false,
    askKey: async () => 'n',
    askHidden: async () => '',
    showProgress: () => {},
    stdout: terminal,
    stderr: terminal,
    ...changes,
  }
}

/** The program in this process. */
export function call(argv: readonly string[], changes: Partial<Host> = {}): Promise<Result> {
  return run(argv, createHost(changes))
}
