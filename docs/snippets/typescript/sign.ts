import { createSigner } from '@sigshift/signer'

const { sign } = createSigner({
  sdkKey: process.env.ZOOM_MEETING_SDK_KEY ?? '',
  sdkSecret: process.env.ZOOM_MEETING_SDK_SECRET ?? '',
})

const signature = await sign({
  meetingNumber: '845 1236 7890',
  role: 0,
})
process.stdout.write(`${signature}\n`)
