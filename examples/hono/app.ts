import { createSignatureHandler } from '@sigshift/signer/fetch'
import { Hono } from 'hono'
import { cors } from 'hono/cors'

const { ZOOM_MEETING_SDK_KEY = '', ZOOM_MEETING_SDK_SECRET = '' } = process.env

/** Stands for your own session store: who is signed in, and which meetings are theirs. */
const sessions = new Map([
  ['ann-7f3a', { host: ['84512367890'] }],
  ['bob-91c2', { host: [] as string[] }],
])

const sign = createSignatureHandler({
  sdkKey: ZOOM_MEETING_SDK_KEY,
  sdkSecret: ZOOM_MEETING_SDK_SECRET,
  authorize: (request, { meetingNumber }) => {
    const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? ''
    const session = sessions.get(token)
    // Who hosts is looked up here; that the page asks for it counts for nothing.
    return session ? { roles: session.host.includes(meetingNumber) ? [0, 1] : [0] } : false
  },
})

export const app: Hono = new Hono()
app.use('/signature', cors({ origin: 'https://app.example' }))
app.post('/signature', (context) => sign(context.req.raw))
