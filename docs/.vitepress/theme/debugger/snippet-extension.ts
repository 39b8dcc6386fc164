const extensions: Readonly<Record<string, string>> = {
  csharp: 'cs',
  go: 'go',
  java: 'java',
  php: 'php',
  python: 'py',
  ruby: 'rb',
}

/** What holds code of several languages, or is in one that Zoom published no sample in. */
const signs: readonly (readonly [extension: string, sign: RegExp])[] = [
  ['php', /<\?php/],
  ['vue', /^<template>|^<script setup/m],
  ['html', /^\s*<[!a-z]|\n[ \t]*<script[\s>]/i],
  ['ex', /^\s*defmodule \w|:crypto\.(?:mac|hmac)\b/m],
  ['kt', /\bfun [\w<>. ]+\(|^\s*(?:private |const )*val \w+\s*[:=]/m],
  ['dart', /\bHmac\(\s*(?:\w+\.)?sha256\b|^import ['"](?:package|dart):/m],
]

/** What tells the other languages, for a snippet that follows no sample in one of them. */
const otherSigns: typeof signs = [
  ['php', /\b(?:hash_hmac|base64_encode)\(|\$\w+->/],
  ['rb', /\bOpenSSL::HMAC\b|^require ['"]/m],
  ['py', /\bhmac\.new\(|^from [\w.]+ import |^\s*def \w+\(.*:\s*$/m],
  ['go', /\bhmac\.New\(|^package \w+$/m],
  ['cs', /\bHMACSHA256\b|^using [\w.]+;/m],
  ['java', /\bMac\.getInstance\(|^import (?:static )?[\w.]+;|^public (?:final )?class /m],
]
const typescript =
  /[\w)]\??: (?:string|number|boolean|Promise<)|^(?:export )?(?:interface|type) \w+/m

/**
 * The extension that a file with a snippet would have.
 *
 * @param language Of the sample that the snippet follows; `any` where it follows none.
 */
export function snippetExtension(text: string, language: string): string {
  const told = (among: typeof signs): string | undefined =>
    among.find(([, sign]) => sign.test(text))?.[0]
  const known = told(signs) ?? extensions[language] ?? told(otherSigns)
  return known ?? (typescript.test(text) ? 'ts' : 'js')
}
