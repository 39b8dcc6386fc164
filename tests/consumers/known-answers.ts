import { readJson, root } from './publishable.ts'

interface TokenVector {
  readonly name: string
  readonly profile: string
  readonly credentials: { readonly sdkKey: string; readonly sdkSecret: string }
  readonly input: unknown
  readonly nowMs: number
  readonly token: string
}

interface RecordedCall {
  readonly version: string
  readonly function: string
  readonly name: string
  readonly input: Readonly<Record<'apiKey' | 'apiSecret' | 'meetingNumber' | 'role', string>>
  readonly nowMs: number
  readonly output: unknown
}

const data = [root, 'packages/vectors/data'] as const

export const tokenVectors: readonly TokenVector[] = readJson<{ vectors: TokenVector[] }>(
  ...data,
  'tokens.json',
).vectors

export const knownTokens: readonly string[] = tokenVectors.map(({ token }) => token)

/** When Zoom's own function of that version put its timestamp. */
const offsetsMs: Readonly<Record<string, number>> = { '1.7.0': -10_000, '1.7.10': -30_000 }

const legacyCalls = readJson<{ vectors: RecordedCall[] }>(...data, 'zoom-packages.json')
  .vectors.filter(({ name }) => name === 'plain')
  .filter((call) => call.function === 'generateSignature' && call.version in offsetsMs)

export const legacyInputs: readonly object[] = legacyCalls.map(({ version, input, nowMs }) => ({
  variant: `sdk-${version}`,
  key: input.apiKey,
  secret: input.apiSecret,
  meetingNumber: input.meetingNumber,
  timestamp: nowMs + (offsetsMs[version] ?? 0),
  role: input.role,
}))

export const knownLegacySignatures: readonly string[] = legacyCalls.map(({ output }) =>
  String(output),
)

const [sound] = tokenVectors
const [legacy] = legacyCalls

/** One signature that no SDK takes any more, and one sound token, each seen when it was made. */
export const samples: readonly object[] = [
  { text: legacy?.output, secret: legacy?.input.apiSecret, nowMs: legacy?.nowMs },
  { text: sound?.token, secret: sound?.credentials.sdkSecret, nowMs: sound?.nowMs },
]
