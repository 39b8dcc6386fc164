import { createSignatureHandler } from '@sigshift/signer/fetch'

interface Env {
  readonly ZOOM_MEETING_SDK_KEY: string
  /** Set with `wrangler secret put ZOOM_MEETING_SDK_SECRET`, and never in wrangler.toml. */
  readonly ZOOM_MEETING_SDK_SECRET: string
  /** A KV namespace: session id to `host` or `participant`. */
  readonly SESSIONS: { readonly get: (key: string) => Promise<string | null> }
}

type Handle = (request: Request) => Promise<Response>

// A Worker gets its secrets with each request; the key is imported once for each isolate.
const handlers = new WeakMap<Env, Handle>()

function handlerOf(env: Env): Handle {
  const known = handlers.get(env)
  if (known) return known
  const handle = createSignatureHandler({
    sdkKey: env.ZOOM_MEETING_SDK_KEY,
    sdkSecret: env.ZOOM_MEETING_SDK_SECRET,
    authorize: async (request) => {
      const [, id] = /(?:^|; )session=([\w-]+)/.exec(request.headers.get('cookie') ?? '') ?? []
      const kind = id === undefined ? null : await env.SESSIONS.get(id)
      if (kind === null) return false
      return { roles: kind === 'host' ? [0, 1] : [0] }
    },
  })
  handlers.set(env, handle)
  return handle
}

const worker = {
  fetch: (request: Request, env: Env): Promise<Response> => handlerOf(env)(request),
}

// biome-ignore lint/style/noDefaultExport: it is how a Worker is written.
export default worker
