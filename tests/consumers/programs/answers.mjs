// Asks a package's namespace, however it was loaded, and gives answers that go through JSON.

const creators = {
  'meeting-sdk': 'createSigner',
  'video-sdk': 'createVideoSigner',
  cobrowse: 'createCobrowseSigner',
}

export function sign(signer, vectors) {
  return Promise.all(
    vectors.map(({ profile, credentials, input, nowMs }) =>
      signer[creators[profile]]({ ...credentials, clock: () => new Date(nowMs) }).sign(input),
    ),
  )
}

export function inspect(detector, samples) {
  return samples.map(({ text, secret, nowMs }) =>
    detector.inspect(text, { currentDate: new Date(nowMs), secret }),
  )
}

export function reproduce(detector, inputs) {
  return inputs.map(detector.reproduceLegacySignature)
}

export function callOld(compat, { name, args }) {
  const given = {}
  const success = (value) => Object.assign(given, { success: value })
  const error = (value) => Object.assign(given, { error: value })
  try {
    const returned = compat[name]({ ...args, success, error })
    return { ...given, returned }
  } catch (thrown) {
    return { ...given, thrown: { name: thrown.name, code: thrown.code } }
  }
}

export function fetchSignatures(compat, endpoints) {
  const asked = { meetingNumber: '84512367890', role: 0 }
  return Promise.all(endpoints.map((endpoint) => compat.fetchSignature({ endpoint, ...asked })))
}

export async function scan(migrate, files) {
  const { findings } = await migrate.scan(files, { grammars: migrate.grammarFiles })
  return findings.map(({ code, line }) => ({ code, line }))
}

export function isWorthParsing(migrate, { text }) {
  return migrate.isWorthParsing(text)
}

export function nameIssue(spec, code) {
  return spec.issueUrl(code)
}

export function listNames(namespace) {
  return Object.keys(namespace)
    .filter((name) => name !== 'module.exports')
    .sort()
}
