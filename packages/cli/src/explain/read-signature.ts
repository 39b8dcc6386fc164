import type { Call } from '../command.ts'
import { fileFault } from '../files/file-fault.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import type { ExplainRows } from './explain-options.ts'

const maximumBytes = 1_048_576

/** `echo`, editors and the clipboard end a text with a line end that is no part of the token. */
function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '')
}

function cannotRead(place: string, error: unknown): UsageError {
  const reason = fileFault(error, 'it is larger than 1 MB')
  return new UsageError(
    `${place} cannot be read: ${reason}.`,
    'Give a file that holds the signature alone.',
  )
}

async function readStdin(world: World): Promise<string> {
  if (world.stdinIsTerminal) world.showProgress('Paste the signature, then press Ctrl-D twice: ')
  const text = await world.readStdin(maximumBytes).catch((error: unknown) => {
    throw cannotRead('Standard input', error)
  })
  if (text.trim() !== '') return withoutLineEnd(text)
  throw new UsageError(
    'Nothing came on standard input.',
    'Look at the command before the pipe, or give the signature as an argument. For an empty one: sigshift explain ""',
  )
}

/** The text to explain; `undefined` where the call asks about an error message alone. */
export async function readSignature(
  { argument, options }: Call<ExplainRows>,
  world: World,
): Promise<string | undefined> {
  if (argument !== undefined && options.file !== undefined) {
    throw new UsageError('A signature and --file are both given.', 'Keep one of them.')
  }
  if (argument !== undefined && argument !== '-') return argument
  if (options.file !== undefined) {
    const text = await world.readFile(options.file, maximumBytes).catch((error: unknown) => {
      throw cannotRead(`The file ${options.file}`, error)
    })
    return withoutLineEnd(text)
  }
  if (argument === '-') return readStdin(world)
  if (options.error !== undefined) return undefined
  if (!world.stdinIsTerminal) return readStdin(world)
  throw new UsageError(
    'There is nothing to explain.',
    'Give a signature: sigshift explain <token>, a pipe, or --file <path>. For an error message: sigshift explain --error "…"',
  )
}
