/** Zoom takes no token from its future; ours are dated 30 seconds back, and this leaves some of it. */
export const mostSkewSeconds = 10

export interface ClockCheck {
  readonly url: string
  readonly now: () => Date
  readonly fetch?: typeof fetch
  readonly onSkew: (seconds: number) => void
  /** Called where the source gives no time. */
  readonly onFailure: () => void
  readonly everyMs?: number
}

/** How many seconds the clock is ahead of the source, or nothing where it gives no time. */
export async function measureSkew({
  url,
  now,
  fetch: ask = fetch,
}: Pick<ClockCheck, 'url' | 'now' | 'fetch'>): Promise<number | undefined> {
  const before = now().getTime()
  try {
    const signal = AbortSignal.timeout(5000)
    const answer = await ask(url, { method: 'HEAD', redirect: 'manual', signal })
    const after = now().getTime()
    const date = answer.headers.get('date') ?? ''
    // `Date.parse` alone takes `1` for the year 2001. Header dates are cut to whole seconds, so that the
    // true time is half a second later on average.
    const theirs = (date.endsWith(' GMT') ? Date.parse(date) : Number.NaN) + 500
    const skew = (before + after) / 2 - theirs
    return Number.isNaN(skew) ? undefined : Math.round(skew / 100) / 10
  } catch {
    return undefined
  }
}

/** Compares the clock now and hourly, until it is told to stop. */
export function watchClock(check: ClockCheck): () => void {
  const { onSkew, onFailure, everyMs = 3_600_000 } = check
  const look = async (): Promise<void> => {
    const skew = await measureSkew(check)
    if (skew === undefined) onFailure()
    else onSkew(skew)
  }
  void look()
  const timer = setInterval(() => void look(), everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
