// One suite for every runtime: it takes the library as an argument, and gives answers that go
// through JSON, so that another program judges them.

const creators = {
  'meeting-sdk': 'createSigner',
  'video-sdk': 'createVideoSigner',
  cobrowse: 'createCobrowseSigner',
}

const meeting = { meetingNumber: '845 1236 7890', role: 0 }

function createEndpoint({ handler, input }) {
  return handler.createSignatureHandler({
    ...input.credentials,
    clock: () => new Date(input.nowMs),
    authorize: (request) => request.headers.get('authorization') === 'Bearer ann' && { roles: [0] },
  })
}

async function askEndpoint(handle, body, headers = {}) {
  const request = new Request('https://app.example/signature', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const response = await handle(request)
  return [response.status, await response.json()]
}

/** What each kind of library is asked. */
const questions = {
  sign: ({ signer, input }) =>
    Promise.all(
      input.vectors.map(({ profile, credentials, input: asked, nowMs }) =>
        signer[creators[profile]]({ ...credentials, clock: () => new Date(nowMs) }).sign(asked),
      ),
    ),

  signAtOnce: ({ sync, input }) =>
    input.vectors.map(({ profile, credentials, input: asked, nowMs }) =>
      sync[creators[profile]]({ ...credentials, clock: () => new Date(nowMs) }).sign(asked),
    ),

  refuse: async ({ signer, input }) => {
    const { sign } = signer.createSigner(input.credentials)
    const refused = await sign({ meetingNumber: 'next Tuesday', role: 0 }).catch((error) => error)
    return { name: refused.name, code: refused.code }
  },

  serve: async (library) => {
    const handle = createEndpoint(library)
    const authorization = 'Bearer ann'
    return {
      signed: await askEndpoint(handle, meeting, { authorization }),
      host: await askEndpoint(handle, { ...meeting, role: 1 }, { authorization }),
      nobody: await askEndpoint(handle, meeting),
      wrong: await askEndpoint(handle, { ...meeting, role: true }, { authorization }),
    }
  },

  inspect: ({ detector, input }) =>
    input.samples.map(({ text, secret, nowMs }) =>
      detector.inspect(text, { currentDate: new Date(nowMs), secret }),
    ),

  callOld: ({ compat, input }) => {
    try {
      return compat.generateSDKSignature({ ...input.credentials, ...meeting })
    } catch ({ name, code }) {
      return { name, code }
    }
  },

  joinAgain: async (library) => {
    const handle = createEndpoint(library)
    let asked = 0
    const options = {
      endpoint: '/signature',
      ...meeting,
      headers: { authorization: 'Bearer ann' },
      fetch: async (_, init) => {
        asked += 1
        if (asked === 1) return Response.json({ signature: 'a.b.c' })
        return handle(new Request('https://app.example/signature', init))
      },
    }
    const joined = await library.compat.fetchSignatureAndJoin(options, async (signature) => {
      if (signature === 'a.b.c') throw Object.assign(new Error(), { errorCode: 3705 })
      return signature
    })
    return { asked, joined }
  },
}

export async function runSuite(library, input) {
  const answers = {}
  for (const question of input.questions) {
    answers[question] = await questions[question]({ ...library, input })
  }
  return answers
}
