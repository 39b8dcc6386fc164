/** Repeatable random numbers for long runs, where a property-testing library would take most of the time. */
export interface Random {
  /** A whole number from 0 to below the limit. */
  readonly integer: (limit: number) => number
  readonly pick: <T>(values: readonly T[]) => T
}

/** xorshift128 from a seed. */
export function createRandom(seed: number): Random {
  let [x, y, z, w] = [seed | 1, 362_436_069, 521_288_629, 88_675_123]
  const integer = (limit: number): number => {
    const t = x ^ (x << 11)
    x = y
    y = z
    z = w
    w = (w ^ (w >>> 19) ^ t ^ (t >>> 8)) | 0
    return Math.floor(((w >>> 0) / 2 ** 32) * limit)
  }
  return { integer, pick: (values) => values[integer(values.length)] as (typeof values)[number] }
}
