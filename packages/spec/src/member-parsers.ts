import type { IssueCode } from './issue-catalogue.ts'
import {
  type ChoiceRule,
  type ClaimRule,
  codesOf,
  type DigitsRule,
  type LifetimeRule,
  type ListRule,
  type Profile,
  type TextRule,
  wantedBy,
} from './profiles/profile.ts'

export interface ParseOptions {
  /** Take `"1"` for `1` where the rule wants an integer, as HTML forms and old code send it. */
  readonly numericStrings?: boolean
}

/** Why a member was refused; told apart from every parsed value by its class. */
export class Refusal {
  readonly code: IssueCode
  readonly wanted: string
  constructor(code: IssueCode, wanted: string) {
    this.code = code
    this.wanted = wanted
  }
}

type MemberParser = (raw: unknown) => string | number | undefined | Refusal

export interface Member {
  readonly name: string
  readonly parse: MemberParser
}

/** Spaces and dashes as Zoom's own pages and invitations set them between the digits. */
const separators = /(?<=[0-9])[\s\u2010-\u2015-]+(?=[0-9])/g

function parseDigits(rule: DigitsRule): MemberParser {
  const codes = codesOf(rule)
  const pattern = new RegExp(`^[0-9]{1,${rule.maxLength}}$`)
  const wanted = wantedBy(rule)
  return (raw) => {
    if (raw === undefined || raw === null || raw === '') {
      return new Refusal(codes.missing, wanted)
    }
    const text = typeof raw === 'number' ? String(raw) : raw
    if (typeof text !== 'string') return new Refusal(codes.invalid, wanted)
    if (pattern.test(text)) return text
    const isPasted = typeof raw === 'string' && raw.length <= 3 * rule.maxLength
    const digits = isPasted ? raw.trim().replace(separators, '') : text
    return pattern.test(digits) ? digits : new Refusal(codes.invalid, wanted)
  }
}

/** A decimal integer in text, without sign, leading zero or exponent. */
const integerText = /^(?:0|[1-9][0-9]{0,15})$/

function toNumber(raw: unknown, options: ParseOptions): unknown {
  return options.numericStrings && typeof raw === 'string' && integerText.test(raw)
    ? Number(raw)
    : raw
}

function parseChoice(rule: ChoiceRule, options: ParseOptions): MemberParser {
  const codes = codesOf(rule)
  const wanted = wantedBy(rule)
  return (raw) => {
    if (raw === undefined) return rule.optional ? raw : new Refusal(codes.missing, wanted)
    const value = toNumber(raw, options)
    if (typeof value === 'number' && rule.values.includes(value)) return value
    const isText = typeof raw === 'string' && rule.values.includes(Number(raw)) && raw.trim() !== ''
    return new Refusal((isText && rule.textCode) || codes.invalid, wanted)
  }
}

function parseText(rule: TextRule): MemberParser {
  const codes = codesOf(rule)
  const wanted = wantedBy(rule)
  return (raw) => {
    if (raw === undefined) return rule.optional ? raw : new Refusal(codes.missing, wanted)
    const fits =
      typeof raw === 'string' &&
      raw.length >= rule.minLength &&
      raw.length <= rule.maxLength &&
      // A lone surrogate has no UTF-8 form: the token would carry another text than the caller gave.
      raw.isWellFormed()
    return fits ? raw : new Refusal(codes.invalid, wanted)
  }
}

function parseList(rule: ListRule): MemberParser {
  const codes = codesOf(rule)
  const wanted = wantedBy(rule)
  return (raw) => {
    if (raw === undefined) return rule.optional ? raw : new Refusal(codes.missing, wanted)
    const items: unknown = typeof raw === 'string' ? raw.split(',') : raw
    const fits =
      Array.isArray(items) &&
      items.length > 0 &&
      items.length <= rule.values.length &&
      items.every((item) => rule.values.includes(item as string))
    return fits ? items.join(',') : new Refusal(codes.invalid, wanted)
  }
}

function parseLifetime(rule: LifetimeRule, options: ParseOptions): MemberParser {
  const { minimum, maximum, refusedExactly } = rule
  const wanted = `whole seconds from ${minimum} to ${maximum}`
  return (raw) => {
    if (raw === undefined) return rule.default
    const value = toNumber(raw, options)
    if (!Number.isInteger(value)) return new Refusal('time-not-integer', wanted)
    const seconds = value as number
    if (seconds === refusedExactly) return new Refusal('lifetime-at-minimum', wanted)
    if (seconds < minimum) return new Refusal('lifetime-too-short', wanted)
    if (seconds > maximum) return new Refusal('lifetime-too-long', wanted)
    return seconds
  }
}

function memberOf(rule: ClaimRule, options: ParseOptions): Member[] {
  switch (rule.kind) {
    case 'digits':
      return [{ name: rule.input, parse: parseDigits(rule) }]
    case 'choice':
      return [{ name: rule.input, parse: parseChoice(rule, options) }]
    case 'text':
      return [{ name: rule.input, parse: parseText(rule) }]
    case 'list':
      return [{ name: rule.input, parse: parseList(rule) }]
    default:
      return []
  }
}

/** The members that callers give, in the order of the profile's rows, the lifetime last. */
export function membersOf(profile: Profile, options: ParseOptions): readonly Member[] {
  return [
    ...profile.claims.flatMap((rule) => memberOf(rule, options)),
    { name: profile.lifetime.input, parse: parseLifetime(profile.lifetime, options) },
  ]
}
