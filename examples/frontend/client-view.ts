import { ZoomMtg } from '@zoom/meetingsdk'
import { askSignature, onJoin } from './ask-signature.ts'

ZoomMtg.preLoadWasm()
ZoomMtg.prepareWebSDK()

/** The SDK calls back; a promise lets a failure reach the page. */
function call(
  method: (how: { success: () => void; error: (reason: unknown) => void }) => void,
): Promise<void> {
  return new Promise((success, error) => method({ success: () => success(), error }))
}

onJoin(async ({ meetingNumber, password, userName }) => {
  const { signature } = await askSignature(meetingNumber)
  await call((how) => ZoomMtg.init({ leaveUrl: location.href, patchJsMedia: true, ...how }))
  await call((how) =>
    ZoomMtg.join({ signature, meetingNumber, passWord: password, userName, ...how }),
  )
})
