import { createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createSigner as createAsyncSigner } from '@sigshift/signer'
import { createSigner } from '@sigshift/signer/sync'
import { createSigner as createFastJwtSigner } from 'fast-jwt'
import { SignJWT } from 'jose'
import jsonwebtoken from 'jsonwebtoken'
import jsrsasign from 'jsrsasign'
import { describePackages } from './machine.ts'
import { type Contender, measure } from './measure.ts'
import { report } from './report.ts'

const sdkKey = 'xu3JPaA_RJW2-9l5_HAaLA'
const sdkSecret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
const header = { alg: 'HS256', typ: 'JWT' } as const

function claims(): Record<string, string | number> {
  const iat = Math.floor(Date.now() / 1000) - 30
  const exp = iat + 7200
  return { appKey: sdkKey, sdkKey, mn: '84512367890', role: 0, iat, exp, tokenExp: exp }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** The JWT as one writes it by hand on node:crypto, with no check of anything. */
function composeByHand(): string {
  const signingInput = `${encode(header)}.${encode(claims())}`
  return `${signingInput}.${createHmac('sha256', sdkSecret).update(signingInput).digest('base64url')}`
}

const signingInput = `${encode(header)}.${encode(claims())}`
const sync = createSigner({ sdkKey, sdkSecret })
const async = createAsyncSigner({ sdkKey, sdkSecret })
const fastJwt = createFastJwtSigner({ key: sdkSecret, noTimestamp: true })
const joseKey = new TextEncoder().encode(sdkSecret)
const input = { meetingNumber: '84512367890', role: 0 } as const

export const signContenders: readonly Contender[] = [
  { name: 'composed by hand, no checks', run: composeByHand },
  {
    name: 'HMAC alone (limit)',
    run: () => createHmac('sha256', sdkSecret).update(signingInput).digest('base64url'),
  },
  { name: '@sigshift/signer/sync', run: () => sync.sign(input) },
  { name: '@sigshift/signer', run: () => async.sign(input) },
  { name: 'jose', run: () => new SignJWT(claims()).setProtectedHeader(header).sign(joseKey) },
  { name: 'fast-jwt', run: () => fastJwt(claims()) },
  { name: 'jsonwebtoken', run: () => jsonwebtoken.sign(claims(), sdkSecret) },
  {
    name: 'jsrsasign (Zoom’s sample)',
    run: () =>
      jsrsasign.KJUR.jws.JWS.sign('HS256', JSON.stringify(header), JSON.stringify(claims()), {
        utf8: sdkSecret,
      }),
  },
]

/**
 * A native peer whose registry packages are not there for every platform, so that it cannot stand in
 * the lockfile: installed by hand in a folder that NODE_RS_DIR names.
 */
function nativePeer(folder: string | undefined): readonly Contender[] {
  if (folder === undefined) {
    console.log(
      '\n@node-rs/jsonwebtoken is left out: install it in a folder, given as NODE_RS_DIR.',
    )
    return []
  }
  const require = createRequire(join(folder, 'package.json'))
  const { signSync } = require('@node-rs/jsonwebtoken') as {
    signSync: (claims: object, key: string) => string
  }
  return [{ name: '@node-rs/jsonwebtoken', run: () => signSync(claims(), sdkSecret) }]
}

export async function benchSigning(): Promise<void> {
  const samples = await measure([...signContenders, ...nativePeer(process.env.NODE_RS_DIR)])
  console.log(`\n${describePackages(['jose', 'fast-jwt', 'jsonwebtoken', 'jsrsasign'])}`)
  report(
    'Signing one Meeting SDK JWT, processor time',
    'µs',
    samples,
    'composed by hand, no checks',
  )
}
