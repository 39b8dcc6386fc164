const units: readonly (readonly [name: string, seconds: number])[] = [
  ['year', 31_557_600],
  ['day', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
]

function amount(count: number, name: string): string {
  const isWord = name === 'year' || name === 'day'
  return isWord && count !== 1 ? `${count} ${name}s` : `${count} ${name}`
}

/** A span of time in its two largest units: `2 h 5 min`, `3 years 4 days`. */
export function durationWords(milliseconds: number): string {
  let seconds = Math.round(Math.abs(milliseconds) / 1000)
  const words: string[] = []
  for (const [name, size] of units) {
    const count = Math.floor(seconds / size)
    if (count === 0 && !(name === 's' && words.length === 0)) {
      if (words.length > 0) break
      continue
    }
    words.push(amount(count, name))
    seconds -= count * size
    if (words.length === 2) break
  }
  return words.join(' ')
}

/** `2026-11-24 07:35:24 UTC`; years past 9999 keep all their digits. */
export function dateWords(date: Date): string {
  if (Number.isNaN(date.getTime())) return 'no date'
  return `${date
    .toISOString()
    .replace(/^[+-]0*(?=\d{4})/, '')
    .replace('T', ' ')
    .slice(0, -5)} UTC`
}
