// As app/api/signature/route.ts of a Next.js app.
import { createSignatureHandler } from '@sigshift/signer/fetch'
import { readSession } from './session.ts'

const { ZOOM_MEETING_SDK_KEY = '', ZOOM_MEETING_SDK_SECRET = '' } = process.env

export const POST: (request: Request) => Promise<Response> = createSignatureHandler({
  sdkKey: ZOOM_MEETING_SDK_KEY,
  sdkSecret: ZOOM_MEETING_SDK_SECRET,
  authorize: async (request) => {
    const session = await readSession(request.headers.get('cookie'))
    return session ? { roles: session.isTeacher ? [0, 1] : [0], maxLifetimeSeconds: 7200 } : false
  },
})
