import { createSigner, InputError } from '@sigshift/signer/sync'
import { type FastifyInstance, fastify } from 'fastify'

const { ZOOM_MEETING_SDK_KEY = '', ZOOM_MEETING_SDK_SECRET = '', PORT } = process.env

// Fails here, at the start, where the key or the secret cannot be right.
const { sign } = createSigner({ sdkKey: ZOOM_MEETING_SDK_KEY, sdkSecret: ZOOM_MEETING_SDK_SECRET })

/** Stands for your own sessions: who is signed in, and which meetings are theirs to host. */
const sessions = new Map([
  ['ann-7f3a', { hosts: ['84512367890'] }],
  ['bob-91c2', { hosts: [] as string[] }],
])

// The signer judges the input. Fastify's own validator would turn `true` into 1, and 1 means host.
export const app: FastifyInstance = fastify({ bodyLimit: 1024 })

app.setErrorHandler((error, _request, reply) => {
  if (!(error instanceof InputError)) throw error
  reply.code(400).send({ code: error.code })
})

app.post<{ Body: { meetingNumber: string } | undefined }>('/signature', (request, reply) => {
  const session = sessions.get(request.headers.authorization?.replace(/^Bearer /, '') ?? '')
  if (!session) return reply.code(401).send({ code: 'endpoint-no-authentication' })
  const meetingNumber = request.body?.meetingNumber ?? ''
  // The role is looked up here; that the page asks for it counts for nothing.
  const role = session.hosts.includes(String(meetingNumber).replace(/\D/g, '')) ? 1 : 0
  return reply.send({ signature: sign({ meetingNumber, role }) })
})

if (PORT !== undefined) await app.listen({ port: Number(PORT), host: '127.0.0.1' })
