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
  /** Called when the counts stop or start to be shared. */
  readonly onChange: (shared: boolean) => void
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
  const [[error, value] = [null, 0]] =
    (await redis.pipeline().incr(name).pexpire(name, 120_000).exec()) ?? []
  if (error) throw error
  return Number(value)
}

/**
 * Counts in Redis for several instances. What it does not answer in time is decided by this
 * instance's own counts, which go on beside it: without Redis each instance allows the limit for
 * itself, and nothing is refused or let through because Redis is away.
 */
export function createRedisCounter(options: RedisCounterOptions): RedisCounter {
  const { url, now, local, onChange } = options
  const redis = connect(url)
  let shared = false
  let pausedUntil = 0
  const change = (to: boolean): void => {
    if (to === shared) return
    shared = to
    onChange(to)
  }
  // Without a listener ioredis prints to the console, with the address in it.
  redis.on('error', () => change(false))
  redis.on('close', () => change(false))
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
        () => {
          pausedUntil = now().getTime() + pauseMs
          change(false)
          return own
        },
      )
    },
    isShared: () => shared,
    close: () => redis.disconnect(),
  }
}
