const extensions: Readonly<Record<string, string>> = {
  csharp: 'cs',
  go: 'go',
  java: 'java',
  php: 'php',
  python: 'py',
  ruby: 'rb',
}

/** What code has alone in languages that Zoom published no sample in, as far as a snippet tells. */
const signs: readonly (readonly [extension: string, sign: RegExp])[] = [
  ['ex', /^\s*defmodule \w|:crypto\.(?:mac|hmac)\b/m],
  ['kt', /\bfun [\w<>. ]+\(|^\s*(?:private |const )*val \w+\s*[:=]/m],
  ['dart', /\bHmac\(\s*(?:\w+\.)?sha256\b|^import ['"](?:package|dart):/m],
]
const typescript =
  /[\w)]\??: (?:string|number|boolean|Promise<)|^(?:export )?(?:interface|type) \w+/m

/**
 * The extension that a file with a snippet would have.
 *
 * @param language Of the sample that the snippet follows.
 */
export function snippetExtension(text: string, language: string): string {
  const [extension = extensions[language]] = signs.find(([, sign]) => sign.test(text)) ?? []
  return extension ?? (typescript.test(text) ? 'ts' : 'js')
}
