import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry, TermOf } from '../../terms/term.ts'
import type { Call, CallLowering } from '../language.ts'
import { callOf } from './call-of.ts'

/** Claims that libraries take beside the payload, under names of their own. */
const options: Readonly<Record<string, string>> = {
  expiresIn: 'exp',
  issuer: 'iss',
  subject: 'sub',
  audience: 'aud',
}
const setters: Readonly<Record<string, string>> = {
  setExpirationTime: 'exp',
  setIssuer: 'iss',
  setSubject: 'sub',
  setAudience: 'aud',
  setIssuedAt: 'iat',
  setNotBefore: 'nbf',
  setJti: 'jti',
}

function claimsOfOptions(node: SyntaxNode | undefined, evaluator: Evaluator): readonly Entry[] {
  const given = node && evaluator.term(node)
  return given?.kind === 'object'
    ? given.entries.flatMap((entry) => {
        const name = Object.hasOwn(options, entry.name) ? options[entry.name] : undefined
        return name === undefined ? [] : [{ ...entry, name }]
      })
    : []
}

function jwtOf(
  [payload, key, further]: readonly SyntaxNode[],
  evaluator: Evaluator,
): TermOf | undefined {
  if (!payload || !key) return undefined
  const value = evaluator.term(payload)
  if (value.kind !== 'object') return undefined
  const entries = [...value.entries, ...claimsOfOptions(further, evaluator)]
  return { kind: 'jwt', payload: { ...value, entries }, key: evaluator.term(key) }
}

/** The claim that a call of jose's builder sets. */
function claimOf({ name, args, node }: Call, evaluator: Evaluator): Entry | undefined {
  const claim = Object.hasOwn(setters, name) ? setters[name] : undefined
  const value = args[0] ? evaluator.term(args[0]) : evaluator.opaque(node)
  return claim === undefined ? undefined : { name: claim, value, node }
}

/** `new SignJWT(claims).setIssuer(key).setExpirationTime('2h').sign(secret)` of jose. */
function joseJwt({ node, receiver, args }: Call, evaluator: Evaluator): TermOf | undefined {
  const entries: Entry[] = []
  let call = receiver && callOf(receiver)
  for (; call?.receiver && call.name !== 'SignJWT'; call = callOf(call.receiver)) {
    entries.push(...[claimOf(call, evaluator) ?? []].flat())
  }
  if (call?.name !== 'SignJWT' || !args[0]) return undefined
  const given = call.args[0] && evaluator.term(call.args[0])
  if (given && given.kind !== 'object') return undefined
  const all = [...(given?.entries ?? []), ...entries]
  const payload = evaluator.made(node, { kind: 'object', entries: all })
  return { kind: 'jwt', payload, key: evaluator.term(args[0]) }
}

/** `KJUR.jws.JWS.sign(alg, header, payload, secret)` and `jwt.sign(payload, secret, options)`. */
export const signJwt: CallLowering = (call, evaluator) => {
  if (/JWS$/.test(call.receiver?.text ?? '') && call.args.length >= 4) {
    const [, , payload, key] = call.args
    return (
      payload && key && { kind: 'jwt', payload: evaluator.term(payload), key: evaluator.term(key) }
    )
  }
  if (call.args.length > 4) return undefined
  return joseJwt(call, evaluator) ?? jwtOf(call.args, evaluator)
}

/** `jwt.encode(payload, secret)` of jwt-simple, `njwt.create(payload, secret)`. */
export const encodeJwt: CallLowering = ({ receiver, args }, evaluator) => {
  const imported = receiver && evaluator.bindingOf(receiver)?.module
  return receiver && /jwt/i.test(`${receiver.text} ${imported ?? ''}`)
    ? jwtOf(args.slice(0, 2), evaluator)
    : undefined
}
