import { CredentialsError } from '@sigshift/signer'
import { fail, type Method } from './callbacks.ts'

const secretNames = ['sdkSecret', 'clientSecret', 'apiSecret'] as const

/** Fails every call: a page with a secret has published it, and one without cannot sign. */
export function refuseInBrowser(method: Method, args: object): never {
  const given = args as Readonly<Partial<Record<(typeof secretNames)[number], unknown>>>
  const name = secretNames.find((secretName) => given[secretName])
  const evidence = {
    field: name ?? 'sdkSecret',
    seen: name ? 'in a browser' : 'absent',
    wanted: 'fetchSignature, and a server that signs',
  }
  const code = name ? 'secret-in-frontend' : 'secret-empty'
  fail(method, args, new CredentialsError([{ code, evidence: [evidence] }]))
}
