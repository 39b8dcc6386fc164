import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'

/** The identity provider's keys cannot be fetched, and none are kept. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError'
}

export interface RemoteKeysOptions {
  /** Milliseconds that only grow. */
  readonly clock: () => number
  readonly fetch?: typeof fetch
  /** How long fetched keys are taken as they are. */
  readonly freshMs?: number
  /** How long they still serve when the provider does not answer. */
  readonly staleMs?: number
  /** How long after a failure the provider is left alone. */
  readonly pauseMs?: number
  /** How long the provider may take. */
  readonly timeoutMs?: number
  /** How long an unknown key id does not lead to another fetch. */
  readonly cooldownMs?: number
}

const hour = 3_600_000

function isKeySet(text: string): boolean {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown }
    return Array.isArray(keys) && keys.every((key) => typeof key === 'object' && key !== null)
  } catch {
    return false
  }
}

/** Keys of an identity provider that survive its outage for a day. */
export function createRemoteKeys(url: string, options: RemoteKeysOptions): JWTVerifyGetKey {
  const { clock, fetch: ask = fetch, freshMs = hour / 6, staleMs = 24 * hour } = options
  const { pauseMs = 5000, timeoutMs = 5000, cooldownMs = 30_000 } = options
  let kept: { readonly text: string; readonly at: number } | undefined
  let failedAt = Number.NEGATIVE_INFINITY

  const fetchText = async (...request: Parameters<typeof fetch>): Promise<string | undefined> => {
    if (clock() - failedAt < pauseMs) return undefined
    try {
      const answer = await ask(...request)
      const text = await answer.text()
      if (answer.status === 200 && isKeySet(text)) return text
    } catch {
      // Whatever went wrong, the keys that are kept decide.
    }
    failedAt = clock()
    return undefined
  }

  return createRemoteJWKSet(new URL(url), {
    cacheMaxAge: freshMs,
    cooldownDuration: cooldownMs,
    timeoutDuration: timeoutMs,
    [customFetch]: async (href, init) => {
      const text = await fetchText(href, init)
      if (text !== undefined) kept = { text, at: clock() }
      if (!kept || clock() - kept.at > staleMs) {
        throw new KeysUnavailableError('the key set cannot be fetched')
      }
      return new Response(kept.text, { status: 200 })
    },
  })
}
