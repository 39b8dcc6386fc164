import type { Result } from './result.ts'
import type { World } from './world.ts'

/** One option of a command; the parser, `--help` and the values' types are read off it. */
export interface OptionRow {
  /** In camel case: `secretFile` is `--secret-file`. */
  readonly name: string
  /** What follows it, as in the help; absent for a flag. */
  readonly value?: string
  readonly choices?: readonly string[]
  readonly repeatable?: true
  readonly required?: true
  readonly hidden?: true
  readonly description: string
}

type ValueOf<Row extends OptionRow> = Row extends { readonly repeatable: true }
  ? readonly string[]
  : Row extends { readonly choices: readonly (infer Choice extends string)[] }
    ? Choice
    : Row extends { readonly value: string }
      ? string
      : boolean

/** What the parser makes of rows. */
export type ValuesOf<Rows extends readonly OptionRow[]> = {
  readonly [Row in Rows[number] as Row['name']]:
    | ValueOf<Row>
    | (Row extends { readonly required: true } ? never : undefined)
}

/** A parsed call of a command. */
export interface Call<Rows extends readonly OptionRow[]> {
  readonly argument: string | undefined
  /** All of them, for commands that take more than one. */
  readonly args: readonly string[]
  readonly options: ValuesOf<Rows>
}

type Run<Rows extends readonly OptionRow[]> = (call: Call<Rows>, world: World) => Promise<Result>

/** One command, as data; the code that carries it out is loaded when it is called. */
export interface CommandOf<Rows extends readonly OptionRow[]> {
  readonly name: string
  /** For the list of commands. */
  readonly summary: string
  /** For the command's own help, in whole sentences; else the summary. */
  readonly description?: string
  readonly argument?: { readonly name: string; readonly description: string }
  readonly options: Rows
  readonly examples: readonly string[]
  readonly load: () => Promise<Run<Rows>>
}

export type Command = CommandOf<readonly OptionRow[]>

/** Forgets which options a command has, so that all stand in one table. */
export function defineCommand<const Rows extends readonly OptionRow[]>(
  command: CommandOf<Rows>,
): Command {
  return command as unknown as Command
}

export function flagOf({ name }: OptionRow): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
