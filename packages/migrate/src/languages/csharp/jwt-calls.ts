import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import { base64url } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { type Entry, plain, type Term, type TermOf } from '../../terms/term.ts'
import { argument } from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'
import { argumentNamed, callOf } from './call-of.ts'
import { functionTypes } from './functions.ts'
import { claimName, entriesIn, lowerInitializer, objectOf } from './objects.ts'
import { scaled } from './time.ts'

function jwt(call: Call, payload: readonly Term[], key: Term | undefined, evaluator: Evaluator) {
  const object = objectOf(payload)
  return object && ({ kind: 'jwt', payload: evaluator.made(call.node, object), key } as const)
}

/** `new Claim("role", role)` gives a text, unless its third argument says that it is a number. */
const claim: CallLowering = ({ node, args }, evaluator) => {
  const [key, given, type] = args
  const name = claimName(key)
  if (name === undefined || !given) return undefined
  const term = evaluator.term(given)
  const inner = term.kind === 'string' ? term.of : term
  const isNumber = /Integer|Double/.test(type?.text ?? '')
  const value: Term =
    name === 'role' && !isNumber
      ? { ...inner, kind: 'string', of: inner }
      : { ...inner, node: given }
  return { kind: 'object', entries: [{ name, value, node }] }
}

/** A time given to the library as a date becomes a claim in seconds. */
function timeEntry(name: string, node: SyntaxNode | undefined, evaluator: Evaluator): Entry[] {
  const seconds = node && scaled(evaluator.term(node), 0.001)
  return node && seconds ? [{ name, value: evaluator.made(node, seconds), node }] : []
}

function issuerEntry(node: SyntaxNode | undefined, evaluator: Evaluator): Entry[] {
  return node && node.type !== 'null_literal'
    ? [{ name: 'iss', value: evaluator.term(node), node }]
    : []
}

/** `new JwtSecurityToken(header, payload)`, `new JwtSecurityToken(issuer: …, claims: …)` */
const securityToken: CallLowering = ({ node, args }, evaluator) => {
  const entries = [
    ...args.flatMap((each) => entriesIn(evaluator.term(each))),
    ...timeEntry('exp', argumentNamed(node, 'expires'), evaluator),
    ...issuerEntry(argumentNamed(node, 'issuer'), evaluator),
  ]
  return entries.length > 0 ? { kind: 'object', entries } : undefined
}

const descriptorNames: Readonly<Record<string, string>> = { Expires: 'exp', IssuedAt: 'iat' }

/** `new SecurityTokenDescriptor { Subject = …, Expires = … }` */
const descriptor: CallLowering = ({ node }, evaluator) => {
  const given = lowerInitializer(node, evaluator)
  const entries = given?.kind === 'object' ? given.entries : []
  const claims = entries.flatMap(({ name, value, node: place }): readonly Entry[] => {
    const claimed = descriptorNames[name]
    if (claimed) return timeEntry(claimed, place.get('right'), evaluator)
    if (name === 'Issuer') return issuerEntry(place.get('right'), evaluator)
    return /^(?:Subject|Claims)$/.test(name) ? entriesIn(value) : []
  })
  return { kind: 'object', entries: claims }
}

const merged: CallLowering = ({ node, args }, evaluator) => {
  const braces = lowerInitializer(node, evaluator)
  return objectOf([
    ...args.map((each) => evaluator.term(each)),
    ...(braces ? [evaluator.made(node, braces)] : []),
  ])
}

/** What the key object of the same function is made from: `new SymmetricSecurityKey(bytes)`. */
function keyNear(node: SyntaxNode, evaluator: Evaluator): Term | undefined {
  const within = node.closest(functionTypes)
  for (const inner of within ? descendants(within) : []) {
    const call = callOf(inner)
    const given = call?.name === 'new SymmetricSecurityKey' ? call.args[0] : undefined
    if (given) return plain(evaluator.term(given))
  }
  return undefined
}

/** The token object, or the JWT itself where `CreateToken` gives the text. */
const written: CallLowering = (call, evaluator) => {
  const token = argument(call, evaluator, 0)
  if (token?.kind === 'jwt') return token
  return token && jwt(call, [token], keyNear(call.node, evaluator), evaluator)
}

/** `JwtBuilder.Create().WithSecret(secret).AddClaim("mn", number).Encode()` */
function built(call: Call, evaluator: Evaluator): TermOf | undefined {
  const claims: Term[] = []
  let key: Term | undefined
  for (
    let at = call.receiver && callOf(call.receiver);
    at;
    at = at.receiver && callOf(at.receiver)
  ) {
    const [first, second] = at.args
    const name = claimName(first)
    if (at.name === 'WithSecret' && first) key = evaluator.term(first)
    if (at.name !== 'AddClaim' || name === undefined || !second) continue
    const value = evaluator.term(second)
    const entry = { name, value, node: at.node }
    claims.unshift(evaluator.made(at.node, { kind: 'object', entries: [entry] }))
  }
  return jwt(call, claims, key, evaluator)
}

/** `encoder.Encode(payload, secret)`; of a base64 class, the encoding. */
const encode: CallLowering = (call, evaluator) => {
  const first = argument(call, evaluator, 0)
  if (!first) return built(call, evaluator)
  if (/base64/i.test(call.receiver?.text ?? '')) return base64url(first)
  const terms = call.args.map((each) => evaluator.term(each))
  const payload = terms.filter((term) => entriesIn(term).length > 0)
  return jwt(call, payload, terms.at(-1), evaluator)
}

/** `payload.Add("mn", number)` */
export const addEntry: CallLowering = ({ node, args }, evaluator) => {
  const [key, given] = args
  const name = claimName(key)
  return name !== undefined && given && args.length === 2
    ? { kind: 'object', entries: [{ name, value: evaluator.term(given), node }] }
    : undefined
}

export const jwtCalls: Readonly<Record<string, CallLowering>> = {
  'new Claim': claim,
  'new JwtPayload': merged,
  'new ClaimsIdentity': merged,
  'new JwtSecurityToken': securityToken,
  'new SecurityTokenDescriptor': descriptor,
  WriteToken: written,
  CreateToken: written,
  CreateEncodedJwt: written,
  CreateJwtSecurityToken: written,
  Encode: encode,
}
