import { expect, test, vi } from 'vitest'
import { fetchSignatureAndJoin } from './fetch-signature-and-join.ts'

const meeting = { endpoint: '/signature', meetingNumber: '84512367890', role: 0 }

/** Answers with the next of these, then with the last one for ever. */
function endpoint(...signatures: readonly string[]) {
  let asked = 0
  return vi.fn<typeof fetch>(async () => {
    const signature = signatures[Math.min(asked, signatures.length - 1)]
    asked += 1
    return Response.json({ signature })
  })
}

// As the component view of 6.2.0 rejects.
const expired = {
  type: 'JOIN_MEETING_FAILED',
  reason: 'The signature has expired.',
  errorCode: 3705,
}

/** The component view's `join`. */
function component(...failures: readonly unknown[]) {
  const left = [...failures]
  return vi.fn(async (_: { readonly signature: string }) => {
    if (left.length > 0) throw left.shift()
    return ''
  })
}

const signaturesOf = (join: { mock: { calls: [{ signature: string }][] } }): string[] =>
  join.mock.calls.map(([{ signature }]) => signature)

test('a signature that Zoom takes is fetched once', async () => {
  const fetch = endpoint('a.a.a', 'b.b.b')
  const join = component()
  await fetchSignatureAndJoin({ ...meeting, fetch }, (signature) => join({ signature }))
  expect(signaturesOf(join)).toEqual(['a.a.a'])
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('an expired signature is replaced by a fresh one', async () => {
  const fetch = endpoint('a.a.a', 'b.b.b')
  const join = component(expired)
  await fetchSignatureAndJoin({ ...meeting, fetch }, (signature) => join({ signature }))
  expect(signaturesOf(join)).toEqual(['a.a.a', 'b.b.b'])
  expect(fetch.mock.calls.map(([, init]) => init?.body)).toEqual([
    '{"meetingNumber":"84512367890","role":0}',
    '{"meetingNumber":"84512367890","role":0}',
  ])
})

test('expired again, it fails with what the SDK said, and asks no third time', async () => {
  const fetch = endpoint('a.a.a', 'b.b.b', 'c.c.c')
  const join = component(expired, expired, expired)
  const joined = fetchSignatureAndJoin({ ...meeting, fetch }, (signature) => join({ signature }))
  await expect(joined).rejects.toBe(expired)
  expect(fetch).toHaveBeenCalledTimes(2)
  expect(join).toHaveBeenCalledTimes(2)
})

test('the same signature again, from a cache, is not tried again', async () => {
  const fetch = endpoint('a.a.a')
  const join = component(expired, expired)
  const joined = fetchSignatureAndJoin({ ...meeting, fetch }, (signature) => join({ signature }))
  await expect(joined).rejects.toBe(expired)
  expect(join).toHaveBeenCalledTimes(1)
})

test.each([
  ['3712', { errorCode: 3712, errorMessage: 'Signature is invalid.' }],
  ['3704', { errorCode: 3704 }],
  ['a text', 'The signature has expired.'],
  ['nothing', undefined],
  ['null', null],
  ['an error', new TypeError('e.split is not a function')],
])('a failure with %s is not retried', async (_, reason) => {
  const fetch = endpoint('a.a.a', 'b.b.b')
  const join = component(reason)
  const joined = fetchSignatureAndJoin({ ...meeting, fetch }, (signature) => join({ signature }))
  await expect(joined).rejects.toBe(reason)
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('what join throws at once, and what the endpoint refuses, passes', async () => {
  const thrown = new TypeError('join of undefined')
  const throwing = fetchSignatureAndJoin({ ...meeting, fetch: endpoint('a.a.a') }, () => {
    throw thrown
  })
  await expect(throwing).rejects.toBe(thrown)

  const join = component()
  const fetch = async (): Promise<Response> => new Response('', { status: 401 })
  const refused = fetchSignatureAndJoin({ ...meeting, fetch }, (signature) => join({ signature }))
  await expect(refused).rejects.toMatchObject({ code: 'endpoint-error-status', status: 401 })
  expect(join).not.toHaveBeenCalled()
})
