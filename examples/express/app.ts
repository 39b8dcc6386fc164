import { createSigner, InputError } from '@sigshift/signer'
import express, { type ErrorRequestHandler, type Express } from 'express'

const { ZOOM_MEETING_SDK_KEY = '', ZOOM_MEETING_SDK_SECRET = '', PORT } = process.env

// Fails here, at the start, where the key or the secret cannot be right.
const { sign } = createSigner({ sdkKey: ZOOM_MEETING_SDK_KEY, sdkSecret: ZOOM_MEETING_SDK_SECRET })

/** Stands for your own sessions: who is signed in, and which meetings are theirs to host. */
const sessions = new Map([
  ['ann-7f3a', { hosts: ['84512367890'] }],
  ['bob-91c2', { hosts: [] as string[] }],
])

export const app: Express = express()
app.use(express.json({ limit: '1kb' }))

app.post('/signature', async (request, response) => {
  const session = sessions.get(request.get('authorization')?.replace(/^Bearer /, '') ?? '')
  if (!session) {
    response.status(401).json({ code: 'endpoint-no-authentication' })
    return
  }
  const { meetingNumber } = request.body ?? {}
  // The role is looked up here; that the page asks for it counts for nothing.
  const role = session.hosts.includes(String(meetingNumber).replace(/\D/g, '')) ? 1 : 0
  response.json({ signature: await sign({ meetingNumber, role }) })
})

const answerFaults: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof InputError) response.status(400).json({ code: error.code })
  else next(error)
}
app.use(answerFaults)

if (PORT !== undefined) app.listen(Number(PORT), '127.0.0.1')
