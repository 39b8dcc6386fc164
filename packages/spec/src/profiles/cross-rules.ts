import type { Evidence } from '../issue.ts'
import type { CrossRule, LifetimeRule } from './profile.ts'

type Claims = Readonly<Record<string, unknown>>

function lifetimeOf(claims: Claims): number | undefined {
  const { iat, exp } = claims
  return Number.isFinite(iat) && Number.isFinite(exp)
    ? (exp as number) - (iat as number)
    : undefined
}

function seconds(lifetime: number, wanted: string): Evidence {
  return { field: 'exp - iat', seen: `${lifetime} s`, wanted }
}

/** The rows that keep `exp - iat` inside a profile's lifetime. */
export function lifetimeRules(rule: LifetimeRule): readonly CrossRule[] {
  const { minimum, maximum, refusedExactly, sources } = rule
  const wanted = `${minimum} to ${maximum} s`
  const shortest = refusedExactly ?? minimum
  const rows: CrossRule[] = [
    {
      name: 'lifetime is not too short',
      code: 'lifetime-too-short',
      meaning: `exp is at least ${shortest} s after iat`,
      sources,
      broken: (claims) => {
        const lifetime = lifetimeOf(claims)
        return lifetime !== undefined && lifetime < shortest ? seconds(lifetime, wanted) : undefined
      },
    },
    {
      name: 'lifetime is not too long',
      code: 'lifetime-too-long',
      meaning: `exp is at most ${maximum} s after iat`,
      sources,
      broken: (claims) => {
        const lifetime = lifetimeOf(claims)
        return lifetime !== undefined && lifetime > maximum ? seconds(lifetime, wanted) : undefined
      },
    },
  ]
  if (refusedExactly !== undefined) {
    rows.push({
      name: 'lifetime is not the documented minimum',
      code: 'lifetime-at-minimum',
      meaning: `exp is not exactly ${refusedExactly} s after iat`,
      sources,
      broken: (claims) =>
        lifetimeOf(claims) === refusedExactly ? seconds(refusedExactly, wanted) : undefined,
    })
  }
  return rows
}
