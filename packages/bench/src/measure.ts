import type { Samples } from './statistics.ts'

export interface Contender {
  readonly name: string
  readonly run: () => unknown
}

export interface Extent {
  readonly rounds?: number
  /** How long each contender runs in a round. */
  readonly milliseconds?: number
}

/** Microseconds of processor time of this process, so that other programs do not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

function timeOnce({ run }: Contender, calls: number): number {
  const start = processorTime()
  for (let i = 0; i < calls; i += 1) run()
  return (processorTime() - start) / calls
}

async function timeOnceAsync({ run }: Contender, calls: number): Promise<number> {
  const start = processorTime()
  for (let i = 0; i < calls; i += 1) await run()
  return (processorTime() - start) / calls
}

/** Calls that fill about `milliseconds`, found after the code is warm. */
async function callsPerRound(contender: Contender, milliseconds: number): Promise<number> {
  const warm = performance.now() + milliseconds
  let calls = 0
  const start = processorTime()
  do {
    await contender.run()
    calls += 1
  } while (performance.now() < warm || calls < 5)
  const each = (processorTime() - start) / calls
  return Math.max(1, Math.round((milliseconds * 1000) / Math.max(each, 0.1)))
}

/**
 * Microseconds of processor time a call. The contenders run in turns, one round each after the
 * other, so that a machine that slows down slows all of them and the ratios hold. That is why no
 * bench library is used here: those at hand run one contender to its end before the next.
 */
export async function measure(
  contenders: readonly Contender[],
  { rounds = 15, milliseconds = 100 }: Extent = {},
): Promise<ReadonlyMap<string, Samples>> {
  const plans: { contender: Contender; calls: number; isAsync: boolean; samples: number[] }[] = []
  for (const contender of contenders) {
    const calls = await callsPerRound(contender, milliseconds)
    const isAsync = contender.run() instanceof Promise
    plans.push({ contender, calls, isAsync, samples: [] })
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { contender, calls, isAsync, samples } of plans) {
      samples.push(isAsync ? await timeOnceAsync(contender, calls) : timeOnce(contender, calls))
    }
  }
  return new Map(plans.map(({ contender, samples }) => [contender.name, samples]))
}
