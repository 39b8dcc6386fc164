import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Caller } from './policy.ts'
import { type ProductName, products, roleName, type Values } from './products.ts'

/** What was decided about a request to sign: fit for logs and metrics, without a token or a secret. */
interface Signing {
  readonly product: ProductName
  /** The name of the app; nothing where none was found. */
  readonly app: string | undefined
  readonly values: Values
  /** The rule that allowed or refused it. */
  readonly rule: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once that is known. */
    caller: Caller | null
    signing: Signing | null
    /** Why somebody was not let in. */
    refused: string | null
  }
  interface FastifyContextConfig {
    /** Whether the route makes tokens. */
    signs?: boolean
  }
}

export function decorateRequests(app: FastifyInstance): void {
  app.decorateRequest('caller', null)
  app.decorateRequest('signing', null)
  app.decorateRequest('refused', null)
}

/** The last digits say which meeting it was to those who know it; names of people are left out. */
function shownSubject({ product, values }: Signing): { readonly number?: string } {
  const { subject } = products[product]
  return subject === 'meetingNumber' ? { number: `…${String(values[subject]).slice(-3)}` } : {}
}

/** What the log line of a request says of its decision. */
export function describeSigning({ caller, signing, refused }: FastifyRequest): object {
  const key = caller?.key === undefined ? {} : { key: caller.key }
  if (!signing) {
    return { ...(caller ? { caller: caller.id } : {}), ...key, ...(refused ? { refused } : {}) }
  }
  const { product, app, values, rule } = signing
  return {
    caller: caller?.id ?? 'anyone',
    ...key,
    ...(app === undefined ? {} : { app }),
    role: roleName(product, values.role),
    ...shownSubject(signing),
    rule,
  }
}
