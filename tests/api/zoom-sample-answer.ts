/** An answer with what differs from run to run taken out. */
export interface Recorded {
  readonly status: number
  /** `access-control-allow-origin`. */
  readonly allowOrigin: string | null
  readonly answer:
    | { readonly claims: Readonly<Record<string, unknown>>; readonly sdkKey: unknown }
    | { readonly json: unknown }
    | { readonly text: 'empty' | 'other' }
}

/** Times counted from `iat`, which is left out. */
function claimsOf(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.')
  const { iat, ...claims } = JSON.parse(Buffer.from(payload, 'base64url').toString())
  for (const name of ['exp', 'tokenExp']) claims[name] -= iat
  return claims
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function record(status: number, allowOrigin: string | null, body: string): Recorded {
  const json = parse(body)
  if (json === undefined) {
    return { status, allowOrigin, answer: { text: body === '' ? 'empty' : 'other' } }
  }
  const { signature, sdkKey } = json as { signature?: unknown; sdkKey?: unknown }
  return typeof signature === 'string'
    ? { status, allowOrigin, answer: { claims: claimsOf(signature), sdkKey } }
    : { status, allowOrigin, answer: { json } }
}
