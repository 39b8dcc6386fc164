// Run with: deno serve --allow-env --port 8000 server.ts
import { createSignatureHandler } from '@sigshift/signer/fetch'

const { ZOOM_MEETING_SDK_KEY = '', ZOOM_MEETING_SDK_SECRET = '' } = process.env

/** Stands for your own session store: who may host. */
const sessions = new Map([
  ['ann-7f3a', { isHost: true }],
  ['bob-91c2', { isHost: false }],
])

const server: { readonly fetch: (request: Request) => Promise<Response> } = {
  fetch: createSignatureHandler({
    sdkKey: ZOOM_MEETING_SDK_KEY,
    sdkSecret: ZOOM_MEETING_SDK_SECRET,
    authorize: (request) => {
      const [, id = ''] = /(?:^|; )session=([\w-]+)/.exec(request.headers.get('cookie') ?? '') ?? []
      const session = sessions.get(id)
      return session ? { roles: session.isHost ? [0, 1] : [0] } : false
    },
  }),
}

// biome-ignore lint/style/noDefaultExport: the runtime serves the default export.
export default server
