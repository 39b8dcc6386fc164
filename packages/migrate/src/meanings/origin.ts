import type { LegacyFlaw } from './legacy-signature.ts'

const samples: Readonly<Record<string, string>> = {
  php: 'Zoom docs, PHP',
  python: 'Zoom docs, Python',
  ruby: 'Zoom docs, Ruby',
  java: 'Zoom docs, Java',
  csharp: 'Zoom docs, C#',
}

/** The published sample that old code follows, by its language, its libraries and its mistakes. */
export function originOf(
  language: string,
  text: string,
  flaws: readonly LegacyFlaw[],
): string | undefined {
  if (flaws.includes('hybrid') || flaws.includes('hash-only')) return undefined
  if (!/^(?:javascript|typescript|tsx)$/.test(language)) return samples[language]
  if (flaws.includes('buffer-arguments')) return 'Zoom docs, Node, with the mistake of that page'
  if (/crypto-js|js-base64/.test(text)) return 'Zoom web sample, crypto-js'
  return /createHmac/.test(text) ? 'Zoom signature sample, Node' : undefined
}
