const answer = await fetch('/zoom/signature', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ meetingNumber }),
})
const { signature } = await answer.json()

ZoomMtg.join({ meetingNumber, userName, passWord, signature })
