import { createSigner } from '@sigshift/signer'
import express from 'express'

const { sign } = createSigner({
  sdkKey: process.env.ZOOM_MEETING_SDK_KEY ?? '',
  sdkSecret: process.env.ZOOM_MEETING_SDK_SECRET ?? '',
})

const app = express()
app.use(express.json())
app.post('/zoom/signature', async (request, response) => {
  const { meetingNumber } = request.body
  response.json({ signature: await sign({ meetingNumber, role: 0 }) })
})
app.listen(3000)
