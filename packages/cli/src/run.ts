import { parseCommandLine } from './parse-command-line.ts'
import { redact } from './redact.ts'
import type { Result } from './result.ts'
import { printable } from './terminal/printable.ts'
import { createStyle, toText } from './terminal/style.ts'
import { wrap } from './terminal/wrap.ts'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

type Host = Omit<World, 'secrets'>

function failure(exitCode: 2 | 3, message: string, advice: string, { stderr }: Host): Result {
  const { error } = createStyle(stderr)
  const lines = [
    ...wrap(printable(`sigshift: ${message}`), stderr.columns).map(error),
    ...wrap(printable(advice), stderr.columns),
  ]
  return { exitCode, stdout: '', stderr: toText(lines, stderr) }
}

function explainFailure(thrown: unknown, host: Host): Result {
  if (thrown instanceof UsageError) return failure(2, thrown.message, thrown.advice, host)
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  const advice =
    'This is a fault of sigshift. Please report it: https://github.com/sigshift/sigshift/issues'
  return failure(3, text, advice, host)
}

/** The whole program as a function: arguments and the world in, texts and an exit code out. */
export async function run(argv: readonly string[], host: Host): Promise<Result> {
  const secrets = new Set<string>()
  try {
    const parsed = parseCommandLine(argv, host.stdout)
    if ('exitCode' in parsed)
      return { ...parsed, stdout: toText([parsed.stdout.trimEnd()], host.stdout) }
    const { command, args, options } = parsed
    const runCommand = await command.load()
    return redact(
      await runCommand({ argument: args[0], args, options }, { ...host, secrets }),
      secrets,
    )
  } catch (thrown) {
    return redact(explainFailure(thrown, host), secrets)
  }
}
