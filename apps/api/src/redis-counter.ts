import { hash } from 'node:crypto'
import { Redis } from 'ioredis'
import { type MemoryCounter, minuteOf, type RateCounter, secondsLeft } from './rate-counter.ts'

export interface RedisCounter extends RateCounter {
  /** Whether the counts are shared at this moment. */
  readonly isShared: () => boolean
  readonly close: () => void
}

export interface RedisCounterOptions {
  readonly url: string
  readonly now: () => Date
  readonly local: MemoryCounter
  /** Called when the counts stop or start to be shared, and when they are not from the start; with why not. */
  readonly onChange: (shared: boolean, reason?: string) => void
}

/** A Redis that is slower than this is worse than none: every request waits for it. */
const commandMs = 250

/** After a command that failed, it is left alone so long. */
const pauseMs = 2000

function connect(url: string): Redis {
  return new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    connectTimeout: 2000,
    commandTimeout: commandMs,
    retryStrategy: (attempt) => Math.min(100 * attempt, 1000),
  })
}

/** Counts the key once more in its minute, and gives the sum of all instances. */
async function increment(redis: Redis, key: string, present: Date): Promise<number> {
  // The id of a person may be in a key, and Redis is not the place to learn it.
  const name = `sigshift:${minuteOf(present)}:${hash('sha256', key, 'base64url').slice(0, 22)}`
  const results = (await redis.pipeline().incr(name).pexpire(name, 120_000).exec()) ?? []
  // A count that does not end would fill Redis: then each instance rather counts alone.
  for (const [error] of results) if (error) throw error
  return Number(results[0]?.[1])
}

/** Redis begins its messages with a word such as WRONGPASS, READONLY or OOM; more of them is not shown. */
function reasonOf(error: Error & { readonly code?: unknown }): string {
  if (typeof error.code === 'string') return error.code
  if (error.message.includes('timed out')) return 'timeout'
  return /^[A-Z]{2,}\b/.exec(error.message)?.[0] ?? error.name
}

/**
 * Counts in Redis for several instances. What it does not answer in time is decided by this
 * instance's own counts, which go on beside it: without Redis each instance allows the limit for
 * itself, and nothing is refused or let through because Redis is away.
 */
export function createRedisCounter(options: RedisCounterOptions): RedisCounter {
  const { url, now, local, onChange } = options
  const redis = connect(url)
  let shared: boolean | undefined
  let pausedUntil = 0
  const change = (to: boolean, reason?: string): void => {
    if (to === shared) return
    shared = to
    onChange(to, reason)
  }
  // Without a listener ioredis prints to the console, with the address in it.
  redis.on('error', (error: Error) => change(false, reasonOf(error)))
  redis.on('close', () => change(false, 'closed'))
  redis.on('ready', () => change(true))

  return {
    hit: (key) => {
      const own = local.hit(key)
      const present = now()
      if (redis.status !== 'ready' || present.getTime() < pausedUntil) return own
      return increment(redis, key, present).then(
        (sum) => {
          change(true)
          return { count: Math.max(sum, own.count), resetSeconds: secondsLeft(present) }
        },
        (error: Error) => {
          pausedUntil = now().getTime() + pauseMs
          change(false, reasonOf(error))
          return own
        },
      )
    },
    isShared: () => shared === true,
    close: () => redis.disconnect(),
  }
}
