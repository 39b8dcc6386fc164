import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose'

/** The identity provider's keys cannot be fetched, and none are kept; or the one that is asked for is broken. */
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

/** Many times what the largest providers have. */
const mostBytes = 262_144

/** The text of an answer, or nothing where it is longer than any key set. */
async function readText({ body }: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for await (const part of body ?? []) {
    bytes += part.byteLength
    if (bytes > mostBytes) return undefined
    text += decoder.decode(part, { stream: true })
  }
  return text + decoder.decode()
}

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
      const text = answer.status === 200 ? await readText(answer) : undefined
      if (text !== undefined && isKeySet(text)) return text
    } catch {
      // Whatever went wrong, the keys that are kept decide.
    }
    failedAt = clock()
    return undefined
  }

  const keyOf = createRemoteJWKSet(new URL(url), {
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
  return async (header, token) => {
    try {
      return await keyOf(header, token)
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof KeysUnavailableError) throw error
      // A key that is published without what it needs, such as RSA without its modulus.
      throw new KeysUnavailableError('the key cannot be used')
    }
  }
}
