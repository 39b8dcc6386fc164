import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ignore, { type Ignore } from 'ignore'

/** Folders that hold other people's code or no code, whatever their case. */
const never =
  /(?:^|\/)(?:\.git|node_modules|\.hg|\.svn|bower_components|\.pnpm-store|__pycache__)(?:\/|$)/i

const files = ['.gitignore', '.sigshiftignore']

interface Level {
  /** The folder that the rules are about, from the root, with `/`; empty for the root itself. */
  readonly folder: string
  readonly rules: Ignore
}

function readRules(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** The ignore rules that hold in a folder: its own and those of the folders above it. */
export class IgnoreRules {
  readonly #levels: readonly Level[]

  private constructor(levels: readonly Level[]) {
    this.#levels = levels
  }

  static readonly none: IgnoreRules = new IgnoreRules([])

  /** The rules inside a folder, which may add some of its own if it holds their files. */
  enter(place: string, folder: string, names: readonly string[]): IgnoreRules {
    const own = files.filter((name) => names.includes(name))
    if (own.length === 0) return this
    const texts = own.map((name) => readRules(join(place, name)))
    return new IgnoreRules([...this.#levels, { folder, rules: ignore().add(texts.join('\n')) }])
  }

  /** Whether a path, from the root and with `/`, is left out; folders end with `/`. */
  ignores(path: string): boolean {
    let ignored = never.test(path)
    for (const { folder, rules } of this.#levels) {
      const inside = folder === '' ? path : path.slice(folder.length + 1)
      if (!ignore.isPathValid(inside)) continue
      const verdict = rules.test(inside)
      if (verdict.ignored) ignored = true
      if (verdict.unignored) ignored = false
    }
    return ignored
  }
}
