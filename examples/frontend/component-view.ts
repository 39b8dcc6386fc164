import { fetchSignatureAndJoin } from '@sigshift/compat'
import ZoomMtgEmbedded from '@zoom/meetingsdk/embedded'
import { onJoin } from './join-form.ts'

const client = ZoomMtgEmbedded.createClient()

onJoin(async ({ meetingNumber, password, userName }) => {
  const zoomAppRoot = document.querySelector<HTMLElement>('#meeting') ?? document.body
  await client.init({ zoomAppRoot, language: 'en-US', patchJsMedia: true })
  // Our own server knows who is signed in; the secret never comes here.
  await fetchSignatureAndJoin({ endpoint: '/signature', meetingNumber, role: 0 }, (signature) =>
    client.join({ signature, meetingNumber, password, userName }),
  )
})
