import { createServer, type IncomingMessage } from 'node:http'
import { createSigner, InputError } from '@sigshift/signer/sync'

const { ZOOM_MEETING_SDK_KEY = '', ZOOM_MEETING_SDK_SECRET = '', PORT = '3000' } = process.env

// Fails here, at the start, where the key or the secret cannot be right.
const { sign } = createSigner({ sdkKey: ZOOM_MEETING_SDK_KEY, sdkSecret: ZOOM_MEETING_SDK_SECRET })

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > 1000) throw new SyntaxError('the body is too long')
  }
  return JSON.parse(text)
}

const server = createServer(async (request, response) => {
  response.setHeader('content-type', 'application/json')
  try {
    // Replace this by your own session check: whoever gets here gets a token.
    const { meetingNumber } = (await readJson(request)) as { meetingNumber: string }
    // The role is decided here, never by the browser.
    response.end(JSON.stringify({ signature: sign({ meetingNumber, role: 0 }) }))
  } catch (error) {
    const isTheirs = error instanceof InputError || error instanceof SyntaxError
    response.statusCode = isTheirs ? 400 : 500
    const code = error instanceof InputError ? error.code : 'request-body-invalid'
    response.end(JSON.stringify({ code: isTheirs ? code : 'internal-error' }))
  }
})

server.listen(Number(PORT), '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') console.log(`http://127.0.0.1:${address?.port}`)
})
