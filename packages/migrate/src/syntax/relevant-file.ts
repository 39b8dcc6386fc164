import { languageOf } from '../languages/languages.ts'
import { unparsedLanguageOf } from '../languages/unparsed/unparsed-languages.ts'

const others =
  /\.(?:vue|svelte|html?|xhtml|astro|md|mdx|markdown|blade\.php|ejs|erb|hbs|jsp|cshtml|razor|ya?ml|toml|json|env|s?css|sass|less|styl|pl|pm|swift|gs|lua|rs|scala|groovy|m|mm|cfm|cfc|vb|fs|ps1|psm1|sh|r|jl|cljs?|coffee|vbs|asp|cls|pas|erl|nim|cr)$|(?:^|\/)(?:\.env[^/]*|Dockerfile[^/]*|docker-compose[^/]*|(?:yarn|pnpm-lock|package-lock|composer|Gemfile)[^/]*)$/i

/** Whether a file's name is that of code or of configuration. */
export function isRelevantFile(path: string): boolean {
  return (
    languageOf(path) !== undefined || unparsedLanguageOf(path) !== undefined || others.test(path)
  )
}
