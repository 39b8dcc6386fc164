import { fetchSignatureAndJoin } from '@sigshift/compat'
import { ZoomMtg } from '@zoom/meetingsdk'
import { onJoin } from './join-form.ts'

ZoomMtg.preLoadWasm()
ZoomMtg.prepareWebSDK()

onJoin(async ({ meetingNumber, password, userName }) => {
  // Our own server knows who is signed in; the secret never comes here.
  await fetchSignatureAndJoin(
    { endpoint: '/signature', meetingNumber, role: 0 },
    (signature, { success, error }) => {
      const meeting = { signature, meetingNumber, passWord: password, userName, success, error }
      // Before each attempt: after one that failed, the SDK takes no other without it.
      ZoomMtg.init({
        leaveUrl: location.href,
        patchJsMedia: true,
        success: () => ZoomMtg.join(meeting),
        error,
      })
    },
  )
})
