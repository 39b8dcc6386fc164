/** A ratio that a change must not pass; well above what is measured, for machines with much else to do. */
export interface GuardedRatio {
  readonly ours: string
  readonly against: string
  readonly atMost: number
  readonly reason: string
}

export const signRatios: readonly GuardedRatio[] = [
  {
    ours: '@sigshift/signer/sync',
    against: 'composed by hand, no checks',
    atMost: 1.7,
    reason: 'about 1: the checks cost what the prepared key and header save',
  },
  {
    ours: '@sigshift/signer/sync',
    against: 'jsonwebtoken',
    atMost: 0.6,
    reason: 'about 0.2: a package that most people sign with today is never the faster one',
  },
  {
    ours: '@sigshift/signer',
    against: 'jose',
    atMost: 1.4,
    reason: 'about 1: it is jose with a key imported once, so only the checks come on top',
  },
]

export const inspectRatios: readonly GuardedRatio[] = [
  {
    ours: 'inspect, sound token',
    against: 'jose.decodeJwt',
    atMost: 14,
    reason: 'about 4: every claim is judged, where decoding only parses',
  },
  {
    ours: 'inspect, old signature',
    against: 'jose.decodeJwt',
    atMost: 20,
    reason: 'about 9: every layout of the old signature is tried',
  },
  {
    ours: 'inspect, wrong secret: all forensics',
    against: 'inspect, right secret',
    atMost: 100,
    reason:
      'about 30: each usual slip with a secret is one HMAC; a new one adds, and does not multiply',
  },
]

export const searchRatios: readonly GuardedRatio[] = [
  {
    ours: 'search for the markers',
    against: 'the markers as a RegExp',
    atMost: 1.6,
    reason:
      'about 0.9, half of it to encode the text, which a walk need not: the expression that it replaced',
  },
]

export const scanRatios: readonly GuardedRatio[] = [
  {
    ours: '1000 files',
    against: '500 files',
    atMost: 2.6,
    reason: 'at most 2: what a tree costs grows with its files and not faster',
  },
  {
    ours: '40 kB file',
    against: '10 kB file',
    atMost: 8,
    reason: 'about 4.5: what a file costs grows with its length; its square would be 16',
  },
]
