/** One environment variable: start-up checks, `.env.example`, `--help`, README and log redaction read it here. */
export interface Setting<T = unknown> {
  readonly name: string
  readonly meaning: string
  /** What a value must look like, for the message that refuses one. */
  readonly wanted: string
  /** The text that is read where the variable is absent or empty. */
  readonly default?: string
  /** Never shown, taken out of the log, and read from the file that `<name>_FILE` names, too. */
  readonly secret: boolean
  /** Gives nothing where the text does not fit. */
  readonly parse: (text: string) => T | undefined
}

/** The variable that names a file with the value of a secret one. */
export function fileVariable({ name }: Pick<Setting, 'name'>): string {
  return `${name}_FILE`
}

export const anyText = (text: string): string => text

/** A parser of whole numbers in a range. */
export function wholeNumber(least: number, most: number): (text: string) => number | undefined {
  return (text) => {
    const fits = /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most
    return fits ? Number(text) : undefined
  }
}

/** A parser of one word out of a few. */
export function oneOf<const T extends string>(
  words: readonly T[],
): (text: string) => T | undefined {
  return (text) => words.find((word) => word === text)
}

/** A parser of lists with commas, each part of which fits. */
export function listOf(
  fits: (part: string) => boolean,
): (text: string) => readonly string[] | undefined {
  return (text) => {
    const parts = text.split(',').map((part) => part.trim())
    return parts.every(fits) ? parts : undefined
  }
}

/** Whether a text is an origin as browsers write it: scheme, host and port, and nothing more. */
export function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text
}

/** An address that is asked over TLS; without it only on this machine, as tests do. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username || password) return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/** Whether only programs of the same machine reach an address. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|::1|\[::1\]|127(?:\.\d{1,3}){3})$/i.test(host)
}
