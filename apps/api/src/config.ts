import { describeValue } from '@sigshift/spec'

/** What the environment decides, read and checked. */
export interface Config {
  readonly sdkKey: string | undefined
  readonly sdkSecret: string | undefined
  readonly host: string
  readonly port: number
  readonly logLevel: LogLevel
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** One environment variable: start-up checks, `.env.example`, `--help`, README and log redaction read it here. */
export interface Setting<T = unknown> {
  readonly name: string
  readonly meaning: string
  /** What a value must look like, for the message that refuses one. */
  readonly wanted: string
  /** The text that is read where the variable is absent or empty. */
  readonly default?: string
  /** Never shown, and taken out of the log. */
  readonly secret: boolean
  /** Gives nothing where the text does not fit. */
  readonly parse: (text: string) => T | undefined
}

/** Every environment variable, in the order in which people meet them. */
export const settings: { readonly [K in keyof Config]-?: Setting<Config[K]> } = {
  sdkKey: {
    name: 'ZOOM_MEETING_SDK_KEY',
    meaning: 'SDK key or client ID of your app in the Zoom App Marketplace.',
    wanted: 'the text from the app’s credentials page',
    secret: false,
    parse: (text) => text,
  },
  sdkSecret: {
    name: 'ZOOM_MEETING_SDK_SECRET',
    meaning: 'SDK secret or client secret of the same app.',
    wanted: 'the text from the app’s credentials page',
    secret: true,
    parse: (text) => text,
  },
  host: {
    name: 'HOST',
    meaning: 'Address to listen on; 0.0.0.0 for every network of the machine.',
    wanted: 'a host name or an IP address',
    default: '127.0.0.1',
    secret: false,
    parse: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
  },
  port: {
    name: 'PORT',
    meaning: 'Port to listen on; 0 takes any free one.',
    wanted: 'a whole number from 0 to 65535',
    default: '4000',
    secret: false,
    parse: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  },
  logLevel: {
    name: 'LOG_LEVEL',
    meaning: `How much is logged: ${logLevels.join(', ')}.`,
    wanted: `one of ${logLevels.join(', ')}`,
    default: 'info',
    secret: false,
    parse: (text) => logLevels.find((level) => level === text),
  },
}

/** The names of the variables that hold a secret. */
export const secretNames: readonly string[] = Object.values<Setting>(settings)
  .filter(({ secret }) => secret)
  .map(({ name }) => name)

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Reads the table's variables. An empty one counts as absent, as a copied `.env.example` has it. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const config: Record<string, unknown> = {}
  const faults: string[] = []
  for (const [key, setting] of Object.entries<Setting>(settings)) {
    const text = env[setting.name] || setting.default
    if (text === undefined) continue
    const value = setting.parse(text)
    if (value === undefined) {
      const seen = setting.secret ? 'not usable' : describeValue(text)
      faults.push(`${setting.name} is ${seen}, wanted ${setting.wanted}.`)
    }
    config[key] = value
  }
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, config: config as unknown as Config }
}
