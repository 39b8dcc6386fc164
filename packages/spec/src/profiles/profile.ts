import type { Evidence } from '../issue.ts'
import type { IssueCode } from '../issue-catalogue.ts'
import type { Sources } from '../source.ts'

/** `always`, `optional`, or the first SDK version that refuses a token without the claim. */
type Required = 'always' | 'optional' | `since ${string}`

/** What a row says to people, and where that is told. No verdict needs it. */
export interface Citation {
  /** One sentence. */
  readonly meaning: string
  readonly sources: Sources
}

interface RuleBase {
  /** The name inside the token. */
  readonly claim: string
  /** On every platform alike, or by platform. */
  readonly required: 'always' | 'optional' | { readonly web: Required; readonly native: Required }
  /** Codes of a missing or empty claim and of one outside its type or range, where they have their own. */
  readonly codes?: { readonly missing: IssueCode; readonly invalid: IssueCode }
}

interface InputRule extends RuleBase {
  /** The name that callers use. */
  readonly input: string
  /** Whether callers may leave it out; the claim is left out then. */
  readonly optional?: boolean
}

/** The SDK key or client ID. */
interface KeyRule extends RuleBase {
  readonly kind: 'key'
}
/** A number written in digits and kept as text, at most `maxLength` of them. */
export interface DigitsRule extends InputRule {
  readonly kind: 'digits'
  readonly maxLength: number
}
/** One of a few integers. `names` says what each means. */
export interface ChoiceRule extends InputRule {
  readonly kind: 'choice'
  readonly values: readonly number[]
  readonly names: readonly string[]
  /** Code of the right number written as text. */
  readonly textCode?: IssueCode
}
/** Text of `minLength` to `maxLength` UTF-16 units. */
export interface TextRule extends InputRule {
  readonly kind: 'text'
  readonly minLength: number
  readonly maxLength: number
}
/** Several of `values`, joined by commas in the claim. */
export interface ListRule extends InputRule {
  readonly kind: 'list'
  readonly values: readonly string[]
}
/** The same value in every token. */
interface ConstantRule extends RuleBase {
  readonly kind: 'constant'
  readonly value: number
}
/** NumericDate of issue: epoch seconds. */
interface IssuedAtRule extends RuleBase {
  readonly kind: 'issued-at'
}
/** NumericDate of the end: the time of issue plus the lifetime, epoch seconds. */
interface ExpiryRule extends RuleBase {
  readonly kind: 'expiry'
}

/** What a claim must be that callers give a value for. */
export type InputCheck = DigitsRule | ChoiceRule | TextRule | ListRule

/** What a claim must be: all that a verdict needs. */
export type ClaimCheck = InputCheck | KeyRule | ConstantRule | IssuedAtRule | ExpiryRule

/** A row of a profile. */
export type ClaimRule = ClaimCheck & Citation

/** Codes of a missing or empty claim, and of one outside its type or range. */
export function codesOf({ codes }: ClaimCheck): NonNullable<RuleBase['codes']> {
  return codes ?? { missing: 'claim-missing', invalid: 'claim-invalid' }
}

/** How long a token may live, in seconds. Also the rule of the input `expirationSeconds`. */
export interface Lifetime {
  readonly input: 'expirationSeconds'
  readonly default: number
  /** The shortest and longest lifetime that we sign. */
  readonly minimum: number
  readonly maximum: number
  /** The lifetime that the documentation allows and some SDKs refuse, if there is one. */
  readonly refusedExactly?: number
}

/** The same as a row of a profile. */
export type LifetimeRule = Lifetime & Citation

/** What signing needs of a profile: the claims in the order in which they are signed, and the lifetime. */
export interface SigningRules {
  readonly lifetime: Lifetime
  readonly claims: readonly ClaimCheck[]
}

/** A rule over more than one claim. `broken` gives the evidence, or nothing where the rule holds or cannot be judged. */
export interface CrossCheck<Code extends IssueCode = IssueCode> {
  readonly code: Code
  readonly broken: (claims: Readonly<Record<string, unknown>>) => Evidence | undefined
}

/** The same as a row of a profile. */
export type CrossRule = CrossCheck & Citation

/** The part of a profile that a payload is held against. */
export interface Checks {
  readonly claims: readonly ClaimCheck[]
  readonly crossRules: readonly CrossCheck[]
}

/** One kind of token: its claims in the order in which they are signed. */
export interface Profile extends Checks {
  readonly name: string
  readonly title: string
  readonly lifetime: LifetimeRule
  readonly claims: readonly ClaimRule[]
  readonly crossRules: readonly CrossRule[]
}

type InputRules<P extends SigningRules> = Extract<P['claims'][number], { readonly input: string }>

type InputValue<R> = R extends { readonly kind: 'digits' }
  ? string | number
  : R extends { readonly kind: 'choice'; readonly values: readonly (infer V)[] }
    ? V
    : R extends { readonly kind: 'list'; readonly values: readonly (infer V)[] }
      ? readonly V[]
      : string

type ParsedValue<R> = R extends { readonly kind: 'digits' | 'list' } ? string : InputValue<R>

type Optional = { readonly optional: true }

/** What callers give: one member a rule that has an `input`, and the lifetime. */
export type InputOf<P extends SigningRules> = {
  readonly [R in Exclude<InputRules<P>, Optional> as R['input']]: InputValue<R>
} & {
  readonly [R in Extract<InputRules<P>, Optional> as R['input']]?: InputValue<R> | undefined
} & {
  /** Seconds from issue to expiry; the profile's default where absent. */
  readonly expirationSeconds?: number | undefined
}

/** The same after parsing: digits and lists as the text of the claim, the lifetime filled in. */
export type ParsedInput<P extends SigningRules> = {
  readonly [R in Exclude<InputRules<P>, Optional> as R['input']]: ParsedValue<R>
} & {
  readonly [R in Extract<InputRules<P>, Optional> as R['input']]?: ParsedValue<R>
} & { readonly expirationSeconds: number }

type ClaimValue<R> = R extends { readonly kind: 'key' }
  ? string
  : R extends { readonly kind: 'issued-at' | 'expiry' }
    ? number
    : R extends { readonly kind: 'constant'; readonly value: infer V }
      ? V
      : ParsedValue<R>

/** The payload that is signed. */
export type ClaimsOf<P extends SigningRules> = {
  readonly [R in Exclude<P['claims'][number], Optional> as R['claim']]: ClaimValue<R>
} & { readonly [R in Extract<P['claims'][number], Optional> as R['claim']]?: ClaimValue<R> }

/** What the rule wants of the input, and of the claim that it becomes, in a few words. */
export function wantedBy(rule: InputCheck): string {
  switch (rule.kind) {
    case 'digits':
      return `1 to ${rule.maxLength} digits`
    case 'choice':
      return rule.values.map((value, i) => `${value} (${rule.names[i]})`).join(' or ')
    case 'text':
      return `text of ${rule.minLength} to ${rule.maxLength} characters`
    case 'list':
      return `some of ${rule.values.join(', ')}`
  }
}
