import {
  type ProductName,
  productNames,
  products,
  roleName,
  roleNames,
  type Values,
} from './products.ts'

/** What a caller may name: one of a list, what a claim of its own token says, or both. */
export interface SubjectRule {
  readonly values?: ReadonlySet<string>
  readonly claim?: string
}

/** What one caller may ask for. */
export interface Policy {
  readonly products: readonly ProductName[]
  /** Names of apps; any where absent. */
  readonly apps?: readonly string[]
  readonly roles: readonly string[]
  readonly subjects: Readonly<Partial<Record<ProductName, SubjectRule>>>
  readonly maxLifetimeSeconds: number
  /** The setting's where absent. */
  readonly ratePerMinute?: number
}

/** Who asks. */
export interface Caller {
  /** Fit for a log; never a key. */
  readonly id: string
  readonly policy: Policy
  /** The first digits of the hash of its key: the log tells by them which of several is in use. */
  readonly key?: string
  /** The rule that lets it, as the log names it. */
  readonly rule: 'open' | 'key' | 'jwt'
  /** Of its own verified token. */
  readonly claims?: Readonly<Record<string, unknown>>
}

/** What a policy that says nothing allows: a participant of a meeting, for two hours. */
export const leastPolicy: Policy = {
  products: ['meeting'],
  roles: ['participant', 'customer'],
  subjects: {},
  maxLifetimeSeconds: 7200,
}

/** What anybody gets where no caller is configured. */
export function createOpenCaller(openAccess: 'participant' | 'host'): Caller {
  const policy: Policy = {
    products: productNames,
    roles: openAccess === 'host' ? roleNames : leastPolicy.roles,
    subjects: {},
    maxLifetimeSeconds: 172_800,
  }
  return { id: 'anyone', policy, rule: 'open' }
}

/** The first rule of the policy that a request breaks. */
export interface Breach {
  readonly rule: 'product' | 'role' | 'subject' | 'lifetime'
  readonly detail: string
}

function subjectBreach(
  { claims }: Caller,
  { values, claim }: SubjectRule,
  member: string,
  asked: string,
): Breach | undefined {
  if (values && !values.has(asked)) {
    return { rule: 'subject', detail: `This ${member} is not on the list of this caller.` }
  }
  if (claim === undefined) return undefined
  const own = claims && Object.hasOwn(claims, claim) ? claims[claim] : undefined
  // Beyond 2^53 `JSON.parse` has made one number of several.
  const isSame = (typeof own === 'string' || Number.isSafeInteger(own)) && String(own) === asked
  const detail = `\`${member}\` is not what the claim \`${claim}\` of the caller's token says.`
  return isSame ? undefined : { rule: 'subject', detail }
}

/** Looks for a rule that the request breaks. Everything that is not allowed is a breach. */
export function findBreach(
  caller: Caller,
  product: ProductName,
  values: Values,
): Breach | undefined {
  const { policy } = caller
  if (!policy.products.includes(product)) {
    return { rule: 'product', detail: 'This caller may not ask for this kind of token.' }
  }
  const role = roleName(product, values.role)
  if (!policy.roles.includes(role)) {
    return { rule: 'role', detail: `This caller may not sign for the role ${role}.` }
  }
  const { subject } = products[product]
  const subjects = policy.subjects[product]
  const breach = subjects && subjectBreach(caller, subjects, subject, String(values[subject]))
  if (breach) return breach
  const { maxLifetimeSeconds: most } = policy
  return (values.expirationSeconds as number) > most
    ? { rule: 'lifetime', detail: `This caller may ask for ${most} seconds at most.` }
    : undefined
}

/**
 * The default lifetime, shortened to what the policy allows: who names none gets a token, and who
 * names a longer one is told.
 */
export function withinLifetime({ policy }: Caller, product: ProductName, values: Values): Values {
  const { default: usual } = products[product].profile.lifetime
  const { maxLifetimeSeconds: most } = policy
  return values.expirationSeconds === usual && usual > most
    ? { ...values, expirationSeconds: most }
    : values
}
