import { createHmac } from 'node:crypto'

/** What every driver signs with and for. */
const sample = {
  key: 'fixtureKey1234567890AB',
  secret: 'fixture-secret-of-thirty-two-chars',
  meetingNumber: '84512367890',
} as const

function decode(part: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(part ?? '', 'base64url').toString())
}

/** Says what is wrong with a token, by node:crypto and the rules of the Meeting SDK alone. */
export function faultsOf(token: string, nowSeconds: number): readonly string[] {
  const [header, payload, mac, ...rest] = token.split('.')
  if (!/^[\w-]+\.[\w-]+\.[\w-]{43}$/.test(token) || rest.length > 0) return [`not a JWT: ${token}`]
  const wanted = createHmac('sha256', sample.secret)
    .update(`${header}.${payload}`)
    .digest('base64url')
  const { appKey, sdkKey, mn, role, iat, exp, tokenExp } = decode(payload)
  const { alg, typ } = decode(header)
  const lifetime = Number(exp) - Number(iat)
  const rules: readonly (readonly [string, boolean])[] = [
    ['the MAC', mac === wanted],
    ['alg and typ', alg === 'HS256' && typ === 'JWT'],
    ['appKey and sdkKey', appKey === sample.key && sdkKey === sample.key],
    ['mn', mn === sample.meetingNumber],
    ['role', role === 0 || role === 1],
    ['iat', Number.isInteger(iat) && Number(iat) <= nowSeconds && Number(iat) > nowSeconds - 120],
    ['exp', Number.isInteger(exp) && lifetime > 1800 && lifetime <= 172_800],
    ['tokenExp', Number.isInteger(tokenExp) && Number(tokenExp) >= Number(exp)],
  ]
  return rules
    .filter(([, holds]) => !holds)
    .map(([name]) => `${name}: ${JSON.stringify(decode(payload))}`)
}
