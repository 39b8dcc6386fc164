import { fetchSignature } from '@sigshift/compat'
import { ZoomMtg } from '@zoom/meetingsdk'
import { onJoin } from './join-form.ts'

ZoomMtg.preLoadWasm()
ZoomMtg.prepareWebSDK()

/** The SDK calls back; a promise lets a failure reach the page. */
function call(
  method: (how: { success: () => void; error: (reason: unknown) => void }) => void,
): Promise<void> {
  return new Promise((resolve, error) => method({ success: () => resolve(), error }))
}

onJoin(async ({ meetingNumber, password, userName }) => {
  await call((how) => ZoomMtg.init({ leaveUrl: location.href, patchJsMedia: true, ...how }))
  // As late as can be: this view takes no second signature until the page is loaded again. Our own
  // server knows who is signed in; the secret never comes here.
  const signature = await fetchSignature({ endpoint: '/signature', meetingNumber, role: 0 })
  await call((how) =>
    ZoomMtg.join({ signature, meetingNumber, passWord: password, userName, ...how }),
  )
})
