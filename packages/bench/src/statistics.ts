/** One number of each round, in the order of the rounds. */
export type Samples = readonly number[]

export function median(values: Samples): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Round by round, so that a machine that slows down slows both. */
export function ratios(values: Samples, base: Samples): Samples {
  return values.map((value, round) => value / (base[round] as number))
}
