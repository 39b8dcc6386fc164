import type { Caller } from './policy.ts'
import type { ProductName, SignValues } from './products.ts'

/** A key and what signs with its secret. */
export interface Pair {
  readonly sdkKey: string
  readonly sign: SignValues
}

/** One app of the Zoom App Marketplace. */
export interface App {
  readonly name: string
  readonly product: ProductName
  /** The pair to sign with now. */
  readonly active: () => Pair
}

/** Why somebody is not let in, as the log names it. */
export interface Refusal {
  readonly refused: string
}

export type Authenticate = (token: string) => Caller | Refusal | Promise<Caller | Refusal>

/** Which apps there are and who may ask, as one value: a rotation replaces all of it at once. */
export interface Access {
  readonly apps: ReadonlyMap<string, App>
  readonly byProduct: Readonly<Record<ProductName, readonly App[]>>
  /** Present where anybody may ask, and nobody is asked for a key. */
  readonly open?: Caller
  readonly authenticate: Authenticate
}

/** The access of the present moment. */
export type AccessSource = () => Access

/** Lays apps out for the routes. */
export function createAccess(
  apps: readonly App[],
  who: Pick<Access, 'authenticate'> & { readonly open?: Caller },
): Access {
  const of = (product: ProductName): readonly App[] => apps.filter((app) => app.product === product)
  const byProduct = { meeting: of('meeting'), video: of('video'), cobrowse: of('cobrowse') }
  return { ...who, apps: new Map(apps.map((app) => [app.name, app])), byProduct }
}

/** The app of that name, or the caller's first one; nothing where it may not use it. */
export function findApp(
  { apps, byProduct }: Access,
  { policy }: Caller,
  product: ProductName,
  name: string | undefined,
): App | undefined {
  const { apps: allowed } = policy
  if (name === undefined) {
    return allowed
      ? byProduct[product].find((app) => allowed.includes(app.name))
      : byProduct[product][0]
  }
  const app = apps.get(name)
  return app?.product === product && (!allowed || allowed.includes(name)) ? app : undefined
}
