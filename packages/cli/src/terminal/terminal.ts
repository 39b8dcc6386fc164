type Environment = Readonly<Record<string, string | undefined>>

/** What a stream can show. */
export interface Terminal {
  readonly columns: number
  readonly colour: boolean
  readonly unicode: boolean
}

/** What the entry knows of a stream. */
export interface StreamFacts {
  readonly isTerminal: boolean
  readonly columns: number | undefined
  readonly platform: string
}

const narrowest = 20
const widest = 100
const unknownWidth = 80

function wantsColour(env: Environment, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return isTerminal && env.TERM !== 'dumb'
}

function showsUnicode(env: Environment, platform: string): boolean {
  if (platform === 'win32') return Boolean(env.WT_SESSION || env.TERM_PROGRAM)
  return /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '')
}

/** Lines longer than a hundred columns are hard to read, so a wider terminal is not filled. */
export function describeTerminal(env: Environment, facts: StreamFacts): Terminal {
  const columns = facts.columns || Number.parseInt(env.COLUMNS ?? '', 10) || unknownWidth
  return {
    columns: Math.min(widest, Math.max(narrowest, columns)),
    colour: wantsColour(env, facts.isTerminal),
    unicode: showsUnicode(env, facts.platform),
  }
}
