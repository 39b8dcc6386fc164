import { csharp } from './csharp/csharp.ts'
import { dart } from './dart/dart.ts'
import { elixir } from './elixir/elixir.ts'
import { go } from './go/go.ts'
import { java } from './java/java.ts'
import { javascript, tsx, typescript } from './javascript/javascript.ts'
import { kotlin } from './kotlin/kotlin.ts'
import type { Language } from './language.ts'
import { php } from './php/php.ts'
import { python } from './python/python.ts'
import { ruby } from './ruby/ruby.ts'

/** Every language that is parsed. A new one is a file beside this and a name in this list. */
const languages: readonly Language[] = [
  javascript,
  typescript,
  tsx,
  php,
  python,
  ruby,
  java,
  csharp,
  go,
  dart,
  elixir,
  kotlin,
]

const byExtension: ReadonlyMap<string, Language> = new Map(
  languages.flatMap((language) => language.extensions.map((extension) => [extension, language])),
)

export function languageOf(file: string): Language | undefined {
  return byExtension.get(file.slice(file.lastIndexOf('.') + 1).toLowerCase())
}

export function languageNamed(name: string): Language | undefined {
  return (
    languages.find((each) => each.name === name || each.aliases?.includes(name)) ??
    byExtension.get(name)
  )
}
