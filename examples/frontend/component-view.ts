import ZoomMtgEmbedded from '@zoom/meetingsdk/embedded'
import { askSignature, onJoin } from './ask-signature.ts'

const client = ZoomMtgEmbedded.createClient()

onJoin(async ({ meetingNumber, password, userName }) => {
  const { signature } = await askSignature(meetingNumber)
  const zoomAppRoot = document.querySelector<HTMLElement>('#meeting') ?? document.body
  await client.init({ zoomAppRoot, language: 'en-US', patchJsMedia: true })
  await client.join({ signature, meetingNumber, password, userName })
})
