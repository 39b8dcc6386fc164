import { CommanderError } from 'commander'
import { buildProgram } from './build-program.ts'
import type { Command, OptionRow, ValuesOf } from './command.ts'
import { commands } from './commands.ts'
import type { Result } from './result.ts'
import { UsageError } from './usage-error.ts'

/** A call to carry out, or the text of `--help` and `--version`, which is a result by itself. */
export type Parsed =
  | {
      readonly command: Command
      readonly args: readonly string[]
      readonly options: ValuesOf<readonly OptionRow[]>
    }
  | Result

export interface ParseSettings {
  readonly columns: number
}

function attempt(argv: readonly string[], { columns }: ParseSettings): Parsed {
  let parsed: Parsed | undefined
  let stdout = ''
  const program = buildProgram({
    columns,
    onCall: (command, args, options) => {
      parsed = { command, args, options }
    },
    onText: (text) => {
      stdout += text
    },
  })
  try {
    if (argv.length === 0) program.help()
    program.parse(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error
  }
  return parsed ?? { exitCode: 0, stdout, stderr: '' }
}

/** Options without what was written to their right: a mistyped option may be followed by a secret. */
function withoutValues(argv: readonly string[]): readonly string[] {
  return argv.map((text) => text.replace(/^(--[^=]*)=.*$/s, '$1').replace(/^(-[^-]).+$/s, '$1'))
}

function messageOf({ message }: CommanderError): string {
  return message.replace(/^error: /, '').replaceAll('\n', ' ')
}

function unknownCommand(name: string, message: string): UsageError {
  return /^[a-z-]{1,16}$/.test(name)
    ? new UsageError(message, 'See sigshift --help.')
    : new UsageError(
        'The first argument is no command.',
        'To have a token explained: sigshift explain <token>',
      )
}

function toUsageError(
  error: CommanderError,
  argv: readonly string[],
  settings: ParseSettings,
): Error {
  const message = messageOf(error)
  const name = argv.find((text) => !text.startsWith('-')) ?? ''
  if (error.code === 'commander.unknownCommand') return unknownCommand(name, message)
  const command = commands.find((row) => row.name === name)
  const advice = `See sigshift ${command ? `${command.name} ` : ''}--help.`
  if (error.code !== 'commander.unknownOption') return new UsageError(message, advice)
  const cleaned = withoutValues(argv)
  if (cleaned.every((text, i) => text === argv[i])) return new UsageError(message, advice)
  try {
    attempt(cleaned, settings)
  } catch (again) {
    if (again instanceof CommanderError && again.code === error.code) {
      return new UsageError(messageOf(again), advice)
    }
  }
  return new UsageError('An option is not known.', advice)
}

/** @throws {UsageError} where the command line is wrong; its text repeats no value. */
export function parseCommandLine(argv: readonly string[], settings: ParseSettings): Parsed {
  try {
    return attempt(argv, settings)
  } catch (error) {
    throw error instanceof CommanderError ? toUsageError(error, argv, settings) : error
  }
}
