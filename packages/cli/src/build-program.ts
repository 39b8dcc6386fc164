import { Command as Commander, Option } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import { type Command, flagOf, type OptionRow, type ValuesOf } from './command.ts'
import { commands } from './commands.ts'
import { wrap } from './terminal/wrap.ts'

/** What the parser tells while it parses. */
interface Listener {
  readonly columns: number
  readonly onCall: (
    command: Command,
    args: readonly string[],
    options: ValuesOf<readonly OptionRow[]>,
  ) => void
  /** The text of `--help` or `--version`. */
  readonly onText: (text: string) => void
}

const exitCodes =
  'Exit codes: 0 sound, 1 something is wrong or to be changed, 2 called wrongly, 3 a fault of sigshift itself.'

const moreHelp = 'sigshift <command> --help shows a command’s options and examples.'

function toOption(row: OptionRow): Option {
  const option = new Option(`${flagOf(row)}${row.value ? ` ${row.value}` : ''}`, row.description)
  if (row.choices) option.choices(row.choices)
  if (row.repeatable) {
    option.argParser((value: string, previous: readonly string[] = []) => [...previous, value])
  }
  return option.makeOptionMandatory(row.required === true).hideHelp(row.hidden === true)
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`
}

function paragraphs(texts: readonly string[], columns: number): string {
  return texts.map((text) => `\n${wrap(text, columns).join('\n')}`).join('')
}

/** An example is to be copied, so it is not wrapped. */
function examplesOf({ examples }: Command, columns: number): string {
  return `\nExamples:\n${examples.map((line) => `  $ ${line}\n`).join('')}${paragraphs([exitCodes], columns)}`
}

/** The parser as the table of commands says; it neither prints nor exits. */
export function buildProgram({ columns, onCall, onText }: Listener): Commander {
  const program = new Commander('sigshift')
    .description(
      'Explain, make and check the signatures that Zoom’s Meeting SDK takes; find and migrate old code.',
    )
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: onText,
      writeErr: () => {},
      getOutHelpWidth: () => columns,
      getOutHasColors: () => false,
    })
    .addHelpText('after', paragraphs([moreHelp, exitCodes], columns))

  for (const command of commands) {
    const { name, summary, description = sentence(summary) } = command
    const child = program.command(name).summary(summary).description(description)
    if (command.argument) child.argument(command.argument.name, command.argument.description)
    for (const row of command.options) child.addOption(toOption(row))
    child.addHelpText('after', examplesOf(command, columns))
    child.action(() => onCall(command, child.args, child.opts()))
  }
  return program
}
