import { dart } from './dart.ts'
import { elixir } from './elixir.ts'
import { kotlin } from './kotlin.ts'
import type { UnparsedLanguage } from './unparsed-language.ts'

const languages: readonly UnparsedLanguage[] = [dart, kotlin, elixir]

/** The language of a file that has no grammar here but a replacement to paste. */
export function unparsedLanguageOf(file: string): UnparsedLanguage | undefined {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  return languages.find(({ extensions }) => extensions.includes(extension))
}
