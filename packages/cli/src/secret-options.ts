import type { ValuesOf } from './command.ts'
import { fileFault } from './files/file-fault.ts'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

/** The ways in which a secret comes in; none of them shows it to other users of the machine. */
export const secretOptions = [
  {
    name: 'secretFile',
    value: '<path>',
    description: 'read the SDK secret (client secret) from this file',
  },
  {
    name: 'secretEnv',
    value: '<name>',
    description: 'read the SDK secret from this environment variable',
  },
  { name: 'askSecret', description: 'ask for the SDK secret; nothing is shown while you type' },
  { name: 'secret', value: '[value]', hidden: true, description: 'refused' },
] as const

type SecretOptions = ValuesOf<typeof secretOptions>

const maximumSecretBytes = 4096

/** A path or a name is repeated only where it cannot be the secret itself, given in the wrong place. */
function orNothing(text: string, shape: RegExp): string {
  return shape.test(text) ? ` ${text}` : ''
}

async function readSecretFile(path: string, world: World): Promise<string> {
  try {
    // Editors and `echo` end a file with a line end that is no part of the secret.
    return (await world.readFile(path, maximumSecretBytes)).replace(/\r?\n$/, '')
  } catch (error) {
    const reason = fileFault(error)
    throw new UsageError(
      `The file${orNothing(path, /^[\w./\\: -]*[./\\][\w./\\: -]*$/)} given by --secret-file cannot be read: ${reason}.`,
      'Give the path of a file that holds the secret and nothing else.',
    )
  }
}

function readSecretVariable(name: string, world: World): string {
  const value = Object.hasOwn(world.env, name) ? world.env[name] : undefined
  if (value === undefined || value === '') {
    throw new UsageError(
      `The variable${orNothing(name, /^(?:[A-Z][A-Z0-9_]{0,15}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/)} named by --secret-env is not set or empty.`,
      '--secret-env takes the name of an environment variable, not the secret; export it first.',
    )
  }
  return value
}

async function takeSecret(options: SecretOptions, world: World): Promise<string | undefined> {
  if (options.secret !== undefined) {
    throw new UsageError(
      'A secret is not taken as an argument: it would stay in the shell’s history, and every user of this machine could read it in the list of processes.',
      'Use --secret-file <path>, --secret-env <name> or --ask-secret. If it was a real secret, clear it from the history.',
    )
  }
  const given = [options.secretFile, options.secretEnv, options.askSecret].filter(Boolean)
  if (given.length > 1) {
    throw new UsageError(
      'The secret is to be taken from more than one place.',
      'Keep one of --secret-file, --secret-env and --ask-secret.',
    )
  }
  if (options.secretFile !== undefined) return readSecretFile(options.secretFile, world)
  if (options.secretEnv !== undefined) return readSecretVariable(options.secretEnv, world)
  if (!options.askSecret) return undefined
  if (!world.stdinIsTerminal) {
    throw new UsageError(
      '--ask-secret needs a terminal, and standard input is none.',
      'Use --secret-file <path> or --secret-env <name> instead.',
    )
  }
  return world.askHidden('SDK secret (not shown): ')
}

/** The secret, if the call names a place to take it from. */
export async function readSecret(
  options: SecretOptions,
  world: World,
): Promise<string | undefined> {
  const secret = await takeSecret(options, world)
  if (secret !== undefined) world.secrets.add(secret)
  return secret
}
