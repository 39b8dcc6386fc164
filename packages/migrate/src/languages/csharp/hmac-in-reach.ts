import type { WriteContext } from '../../rewrite/signature-template.ts'
import { isNewHmac } from './hmac.ts'

/** The name of the HMAC object of the old code, where the new code can use it too. */
export function hmacInReach({ evaluator, node }: WriteContext): string | undefined {
  for (const { name, value, node: declaration } of evaluator.basisOf(node).bindings) {
    if (!isNewHmac(value) || declaration.type !== 'variable_declaration') continue
    const holder = declaration.parent
    const reach = holder?.type === 'using_statement' ? holder : holder?.parent
    if (reach?.contains(node) && declaration.end <= node.start) return name
  }
  return undefined
}
