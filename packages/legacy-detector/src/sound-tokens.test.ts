import { createSigner } from '@sigshift/signer/sync'
import { describe, expect, test } from 'vitest'
import { inspect } from './inspect.ts'
import { makeJwt } from './make-jwt.fixture.node.ts'
import { createRandom } from './random.fixture.node.ts'

const runs = Number(process.env.SIGSHIFT_SOUND_RUNS ?? 2000)
const random = createRandom(20_261_124)

const orders = [
  ['sdkKey', 'mn', 'role', 'iat', 'exp', 'appKey', 'tokenExp'],
  ['sdkKey', 'appKey', 'mn', 'role', 'iat', 'exp', 'tokenExp'],
  ['appKey', 'sdkKey', 'mn', 'role', 'iat', 'exp', 'tokenExp'],
  ['appKey', 'sdkKey', 'mn', 'role', 'iat', 'exp', 'tokenExp', 'video_webrtc_mode'],
  ['appKey', 'mn', 'role', 'iat', 'exp', 'tokenExp'],
] as const
const headers = [
  { alg: 'HS256', typ: 'JWT' },
  { typ: 'JWT', alg: 'HS256' },
]
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const word = (length: number): string =>
  Array.from({ length }, () => letters[random.integer(64)]).join('')

/** A token as a careful signer makes it, in any of the styles in use. */
function makeSound(): {
  token: string
  currentDate: Date
  secret: string
  key: string
  mn: string
} {
  const now = 1_600_000_000 + random.integer(400_000_000)
  const iat = now - random.integer(1500)
  const exp = iat + 1801 + random.integer(172_800 - 1801)
  const key = word(random.pick([22, 36]))
  const secret = word(random.pick([32, 36]))
  const mn = String(100_000_000 + random.integer(9_000_000_000))
  const values: Record<string, unknown> = {
    appKey: key,
    sdkKey: key,
    mn: random.integer(2) ? mn : Number(mn),
    role: random.integer(2),
    iat,
    exp,
    tokenExp: exp + random.pick([0, 0, random.integer(5000)]),
    video_webrtc_mode: random.integer(2),
  }
  const claims = Object.fromEntries(random.pick(orders).map((name) => [name, values[name]]))
  const currentDate = new Date(Math.min(now, exp - 1) * 1000)
  return { token: makeJwt(claims, random.pick(headers), secret), currentDate, secret, key, mn }
}

describe('a sound token gives no issue', () => {
  test(`${runs} of every style in use, with and without the secret`, () => {
    for (let run = 0; run < runs; run++) {
      const { token, currentDate, secret, key, mn } = makeSound()
      const plain = inspect(token, { currentDate })
      if (plain.issues.length > 0) expect.fail(`${token} ${JSON.stringify(plain.issues)}`)
      const expected = { sdkKey: key, meetingNumber: mn }
      const proved = inspect(token, { currentDate, secret, expected })
      if (proved.issues.length > 0 || proved.mac !== 'verified') {
        expect.fail(`${token} ${secret} ${JSON.stringify(proved.issues)}`)
      }
    }
  }, 600_000)

  test('what our own signer makes, at once and to the end of its life', () => {
    const issued = 1_764_000_000_000
    const signer = createSigner({
      sdkKey: 'FAKE_client_id_22chars',
      sdkSecret: 'FAKE_client_secret_32_chars_long',
      clock: () => new Date(issued),
    })
    const token = signer.sign({ meetingNumber: '98765432101', role: 1 })
    for (const later of [0, 1, 60, 3600, 7169]) {
      const currentDate = new Date(issued + later * 1000)
      expect(inspect(token, { currentDate }).issues).toEqual([])
    }
    const { issues } = inspect(token, { currentDate: new Date(issued + 7_170_000) })
    expect(issues.map(({ code }) => code)).toEqual(['expired'])
  })
})
