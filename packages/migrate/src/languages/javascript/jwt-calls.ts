import type { CallLowering } from '../language.ts'

/** `KJUR.jws.JWS.sign(alg, header, payload, secret)` and `jwt.sign(payload, secret, options)`. */
export const signJwt: CallLowering = (call, evaluator) => {
  const receiver = call.receiver?.text ?? ''
  if (/JWS$/.test(receiver) && call.args.length >= 4) {
    const [, , payload, key] = call.args
    return (
      payload && key && { kind: 'jwt', payload: evaluator.term(payload), key: evaluator.term(key) }
    )
  }
  const [payload, key] = call.args
  if (!payload || !key || call.args.length > 4) return undefined
  const value = evaluator.term(payload)
  return value.kind === 'object'
    ? { kind: 'jwt', payload: value, key: evaluator.term(key) }
    : undefined
}
