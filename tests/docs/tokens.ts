import { createHmac } from 'node:crypto'

export const key = 'xu3JPaA_RJW2-9l5_HAaLA'
export const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
export const number = '84512367890'

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A JWT as any library makes it; not by the signer, which would refuse most of these. */
export function jwt(claims: object, withSecret = secret): string {
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${text}.${createHmac('sha256', withSecret).update(text).digest('base64url')}`
}

export function meetingClaims(now: number): Record<string, unknown> {
  const iat = now - 60
  const exp = iat + 7200
  return { appKey: key, sdkKey: key, mn: number, role: 0, iat, exp, tokenExp: exp }
}

/** The old signature, as Zoom's Node.js sample made it. */
function legacy(now: number): string {
  const time = now * 1000 - 30_000
  const message = Buffer.from(`${key}${number}${time}0`).toString('base64')
  const mac = createHmac('sha256', secret).update(message).digest('base64')
  return Buffer.from(`${key}.${number}.${time}.0.${mac}`).toString('base64')
}

export interface Case {
  readonly name: string
  readonly text: string
  readonly secret?: string
  /** The code that must come first; absent where nothing is wrong. */
  readonly first?: string
}

/** What the issue asks to be pasted, at a moment in epoch seconds. */
export function pastedCases(now: number): readonly Case[] {
  const sound = meetingClaims(now)
  const inMs = Object.fromEntries(
    ['iat', 'exp', 'tokenExp'].map((name) => [name, (sound[name] as number) * 1000]),
  )
  return [
    { name: 'a legacy signature', text: legacy(now), first: 'legacy-signature' },
    { name: 'a sound token', text: jwt(sound), secret },
    {
      name: 'times in milliseconds',
      text: jwt({ ...sound, ...inMs }),
      first: 'time-in-milliseconds',
    },
    {
      name: 'a wrong secret',
      text: jwt(sound, 'another secret of some length'),
      secret,
      first: 'secret-mismatch',
    },
    {
      name: 'a Video SDK token',
      text: jwt({ app_key: key, tpc: 'room', role_type: 1, version: 1, iat: now, exp: now + 7200 }),
      first: 'video-sdk-token',
    },
    { name: 'a REST token', text: jwt({ iss: key, exp: now + 600 }), first: 'rest-jwt-app-token' },
    { name: 'garbage', text: 'qwertz !§$ 12 uiop', first: 'not-a-signature' },
    { name: '1 MB of text', text: 'lorem ipsum dolor '.repeat(58_255), first: 'not-a-signature' },
  ]
}
