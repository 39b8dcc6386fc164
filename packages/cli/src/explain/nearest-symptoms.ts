import { symptoms } from '@sigshift/spec'

const leastLikeness = 0.4
const mostShown = 3

function pairsOf(text: string): ReadonlySet<string> {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return new Set([...plain].slice(1).map((letter, i) => `${plain[i]}${letter}`))
}

/** Shared pairs of letters, from 0 to 1 (the coefficient of Dice). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

/** Messages that a mistyped or shortened one may have been, the nearest first. */
export function nearestSymptoms(error: string): readonly string[] {
  const seen = pairsOf(error.slice(0, 500))
  const texts = new Set(symptoms.flatMap(({ text, alsoShown = [] }) => [text, ...alsoShown]))
  return [...texts]
    .map((text) => ({ text, score: likeness(seen, pairsOf(text)) }))
    .filter(({ score }) => score >= leastLikeness)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostShown)
    .map(({ text }) => text)
}
