import { languageOf } from '../languages/languages.ts'

const others =
  /\.(?:vue|svelte|html?|xhtml|astro|md|mdx|markdown|blade\.php|ejs|erb|hbs|jsp|cshtml|razor|ya?ml|toml|json|env|pl|pm|swift|gs|lua|rs|scala|groovy|m|mm|cfm|cfc|vb|fs|ps1|sh|r|jl|clj)$|(?:^|\/)(?:\.env[^/]*|Dockerfile[^/]*|docker-compose[^/]*|(?:yarn|pnpm-lock|package-lock|composer|Gemfile)[^/]*)$/i

/** Whether a file's name is that of code or of configuration. */
export function isRelevantFile(path: string): boolean {
  return languageOf(path) !== undefined || others.test(path)
}
