import { median, ratios, type Samples } from './statistics.ts'

function spread(values: Samples, digits: number): string {
  return [Math.min(...values), median(values), Math.max(...values)]
    .map((value) => value.toFixed(digits).padStart(9))
    .join(' ')
}

/**
 * A table of min, median and max, with the ratio to the reference taken round by round: above 1 is
 * slower than the reference.
 */
export function report(
  title: string,
  unit: string,
  samples: ReadonlyMap<string, Samples>,
  reference: string,
): void {
  const base = samples.get(reference)
  if (!base) throw new TypeError(`no samples of ${reference}`)
  const width = Math.max(...[...samples.keys()].map((name) => name.length))
  console.log(`\n${title}`)
  const columns = `${`${unit}: min`.padStart(9)}    median       max   ratio: min    median       max`
  console.log(`${''.padEnd(width)} ${columns}`)
  for (const [name, values] of samples) {
    const against = ratios(values, base)
    console.log(`${name.padEnd(width)} ${spread(values, 2)} ${spread(against, 3)}`)
  }
}
