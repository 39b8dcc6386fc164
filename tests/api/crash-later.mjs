// Loaded by `node --import`: on SIGWINCH something fails that nobody catches, with a secret in its message.
const { ZOOM_MEETING_SDK_SECRET: secret } = process.env

process.once('SIGWINCH', () => {
  const error = Object.assign(new Error(`failed with ${secret}`), { options: { secret } })
  error.cause = new Error(secret)
  setImmediate(() => {
    throw error
  })
})
