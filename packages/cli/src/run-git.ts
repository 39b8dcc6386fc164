import { execFile } from 'node:child_process'

/** What git answered. */
export interface GitAnswer {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs git in a folder; nothing where git is not installed. */
export function runGit(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<GitAnswer | undefined> {
  const options = { cwd, env: { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' } }
  return new Promise((resolve) => {
    execFile('git', [...args], { ...options, maxBuffer: 256_000_000 }, (error, stdout, stderr) => {
      if (error && error.code === 'ENOENT') resolve(undefined)
      else
        resolve({
          exitCode: typeof error?.code === 'number' ? error.code : error ? 1 : 0,
          stdout,
          stderr,
        })
    })
  })
}
