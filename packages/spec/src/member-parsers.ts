import type { IssueCode } from './issue-catalogue.ts'
import {
  type ChoiceRule,
  type ClaimCheck,
  codesOf,
  type DigitsRule,
  type InputCheck,
  type Lifetime,
  type ListRule,
  type SigningRules,
  type TextRule,
  wantedBy,
} from './profiles/profile.ts'

export interface ParseOptions {
  /** Take `"1"` for `1` where the rule wants an integer, as HTML forms and old code send it. */
  readonly numericStrings?: boolean
}

/** Why a member was refused; told apart from every parsed value by being an object. */
interface Refusal {
  readonly code: IssueCode
  readonly wanted: string
}

export interface Member {
  readonly name: string
  readonly parse: (raw: unknown) => string | number | undefined | Refusal
}

/** The value that goes into the claim; `undefined` for what the rule refuses. */
type Reader = (raw: unknown) => string | number | undefined

/** Spaces and dashes as Zoom's own pages and invitations set them between the digits. */
const separators = /(?<=[0-9])[\s\u2010-\u2015-]+(?=[0-9])/g

function digitsReader({ maxLength }: DigitsRule): Reader {
  const pattern = new RegExp(`^[0-9]{1,${maxLength}}$`)
  return (raw) => {
    const text = typeof raw === 'number' ? String(raw) : raw
    if (typeof text !== 'string' || text.length > 3 * maxLength) return undefined
    const digits = pattern.test(text) ? text : text.trim().replace(separators, '')
    return pattern.test(digits) ? digits : undefined
  }
}

/** A decimal integer in text, without sign, leading zero or exponent. */
const integerText = /^(?:0|[1-9][0-9]{0,15})$/

function toNumber(raw: unknown, options: ParseOptions): unknown {
  return options.numericStrings && typeof raw === 'string' && integerText.test(raw)
    ? Number(raw)
    : raw
}

function choiceReader({ values }: ChoiceRule, options: ParseOptions): Reader {
  return (raw) => {
    const value = toNumber(raw, options) as number
    return values.includes(value) ? value : undefined
  }
}

function textReader({ minLength, maxLength }: TextRule): Reader {
  return (raw) =>
    typeof raw === 'string' &&
    raw.length >= minLength &&
    raw.length <= maxLength &&
    // A lone surrogate has no UTF-8 form: the token would carry another text than the caller gave.
    raw.isWellFormed()
      ? raw
      : undefined
}

function listReader({ values }: ListRule): Reader {
  return (raw) => {
    const items: unknown = typeof raw === 'string' ? raw.split(',') : raw
    const fits =
      Array.isArray(items) &&
      items.length > 0 &&
      items.length <= values.length &&
      items.every((item) => values.includes(item as string))
    return fits ? items.join(',') : undefined
  }
}

function readerOf(rule: InputCheck, options: ParseOptions): Reader {
  switch (rule.kind) {
    case 'digits':
      return digitsReader(rule)
    case 'choice':
      return choiceReader(rule, options)
    case 'text':
      return textReader(rule)
    case 'list':
      return listReader(rule)
  }
}

function isAbsent({ kind }: InputCheck, raw: unknown): boolean {
  return raw === undefined || (kind === 'digits' && (raw === null || raw === ''))
}

/** The code of a right number that is written as text, where the rule has one. */
function textCodeOf(rule: InputCheck, raw: unknown): IssueCode | undefined {
  const isText = rule.kind === 'choice' && typeof raw === 'string' && raw.trim() !== ''
  return isText && rule.values.includes(Number(raw)) ? rule.textCode : undefined
}

function memberOf(rule: ClaimCheck, options: ParseOptions): Member[] {
  if (!('input' in rule)) return []
  const { missing, invalid } = codesOf(rule)
  const wanted = wantedBy(rule)
  const read = readerOf(rule, options)
  return [
    {
      name: rule.input,
      parse: (raw) => {
        if (isAbsent(rule, raw)) return rule.optional ? undefined : { code: missing, wanted }
        return read(raw) ?? { code: textCodeOf(rule, raw) ?? invalid, wanted }
      },
    },
  ]
}

function parseLifetime(rule: Lifetime, options: ParseOptions): Member['parse'] {
  const { minimum, maximum, refusedExactly } = rule
  const wanted = `whole seconds from ${minimum} to ${maximum}`
  const refuse = (code: IssueCode): Refusal => ({ code, wanted })
  return (raw) => {
    if (raw === undefined) return rule.default
    const seconds = toNumber(raw, options) as number
    if (!Number.isInteger(seconds)) return refuse('time-not-integer')
    if (seconds === refusedExactly) return refuse('lifetime-at-minimum')
    if (seconds < minimum) return refuse('lifetime-too-short')
    return seconds > maximum ? refuse('lifetime-too-long') : seconds
  }
}

/** The members that callers give, in the order of the profile's rows, the lifetime last. */
export function membersOf(
  { claims, lifetime }: SigningRules,
  options: ParseOptions,
): readonly Member[] {
  return [
    ...claims.flatMap((rule) => memberOf(rule, options)),
    { name: lifetime.input, parse: parseLifetime(lifetime, options) },
  ]
}
