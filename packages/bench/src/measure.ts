/** Nanoseconds a call in each round, in the order of the rounds. */
export type Samples = readonly number[]

export interface Contender {
  readonly name: string
  readonly run: () => unknown
}

function timeOnce({ run }: Contender, calls: number): number {
  const start = process.hrtime.bigint()
  for (let i = 0; i < calls; i += 1) run()
  return Number(process.hrtime.bigint() - start) / calls
}

async function timeOnceAsync({ run }: Contender, calls: number): Promise<number> {
  const start = process.hrtime.bigint()
  for (let i = 0; i < calls; i += 1) await run()
  return Number(process.hrtime.bigint() - start) / calls
}

/** Calls that fill about `milliseconds`, found after the code is warm. */
async function callsPerRound(contender: Contender, milliseconds: number): Promise<number> {
  await timeOnceAsync(contender, 200)
  const nanoseconds = await timeOnceAsync(contender, 200)
  return Math.max(1, Math.round((milliseconds * 1e6) / nanoseconds))
}

/**
 * Times the contenders in turns, one round each after the other, so that a machine that slows down
 * slows all of them and the ratios hold. That is why no bench library is used here: those at hand
 * run one contender to its end before the next.
 */
export async function measure(
  contenders: readonly Contender[],
  { rounds = 15, milliseconds = 100 }: { rounds?: number; milliseconds?: number } = {},
): Promise<ReadonlyMap<string, Samples>> {
  const plans: { contender: Contender; calls: number; samples: number[] }[] = []
  for (const contender of contenders) {
    const calls = await callsPerRound(contender, milliseconds)
    timeOnce(contender, calls)
    plans.push({ contender, calls, samples: [] })
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { contender, calls, samples } of plans) {
      const isAsync = contender.run() instanceof Promise
      samples.push(isAsync ? await timeOnceAsync(contender, calls) : timeOnce(contender, calls))
    }
  }
  return new Map(plans.map(({ contender, samples }) => [contender.name, samples]))
}
