import Fastify from 'fastify'

// The least that a Fastify server can do with the same request.
const app = Fastify({ logger: false })
app.post('/', async () => ({ signature: '', sdkKey: '' }))
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
