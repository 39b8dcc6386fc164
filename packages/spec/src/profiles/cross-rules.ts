import { citeRules } from './cite.ts'
import type { Citation, CrossCheck, CrossRule, Lifetime, LifetimeRule } from './profile.ts'

/** What can be wrong with a lifetime. */
export type LifetimeCode = 'lifetime-too-short' | 'lifetime-too-long' | 'lifetime-at-minimum'
type LifetimeCheck = CrossCheck<LifetimeCode>

/** The rows that keep `exp - iat` inside a profile's lifetime. */
export function lifetimeChecks({
  minimum,
  maximum,
  refusedExactly,
}: Lifetime): readonly LifetimeCheck[] {
  const wanted = `${minimum} to ${maximum} s`
  const test = (code: LifetimeCode, isRefused: (lifetime: number) => boolean): LifetimeCheck => ({
    code,
    broken: ({ iat, exp }) => {
      if (!Number.isFinite(iat) || !Number.isFinite(exp)) return undefined
      const lifetime = (exp as number) - (iat as number)
      return isRefused(lifetime) ? { field: 'exp - iat', seen: `${lifetime} s`, wanted } : undefined
    },
  })
  return [
    test('lifetime-too-short', (lifetime) => lifetime < (refusedExactly ?? minimum)),
    test('lifetime-too-long', (lifetime) => lifetime > maximum),
    ...(refusedExactly === undefined
      ? []
      : [test('lifetime-at-minimum', (lifetime) => lifetime === refusedExactly)]),
  ]
}

/** What the rows of {@link lifetimeChecks} mean, by code. */
export function lifetimeCitations({
  minimum,
  maximum,
  refusedExactly,
  sources,
}: LifetimeRule): Readonly<Record<LifetimeCode, Citation>> {
  const shortest = refusedExactly ?? minimum
  return {
    'lifetime-too-short': { meaning: `exp is at least ${shortest} s after iat`, sources },
    'lifetime-too-long': { meaning: `exp is at most ${maximum} s after iat`, sources },
    'lifetime-at-minimum': { meaning: `exp is not exactly ${shortest} s after iat`, sources },
  }
}

/** The rows of {@link lifetimeChecks} with what they mean. */
export function lifetimeRules(lifetime: LifetimeRule): readonly CrossRule[] {
  return citeRules(lifetimeChecks(lifetime), lifetimeCitations(lifetime))
}
