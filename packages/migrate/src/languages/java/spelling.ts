import type { Term } from '../../terms/term.ts'
import { declaredType } from './declared-type.ts'
import type { Spelling } from './part-code.ts'

function holdsBytes({ node }: Term, type: string): boolean {
  const keyOf = node.parent?.parent
  return type === 'byte[]' || (type === '' && /^new [\w.]*SecretKeySpec\(/.test(keyOf?.text ?? ''))
}

export const spelling: Spelling = {
  declaredType,
  whole: /^(?:int|long|short|byte|Integer|Long|Short|Byte|BigInteger)$/,
  escaped: /["\\]/g,
  asText: (code) => `String.valueOf(${code})`,
  asNumber: (code) => `Integer.parseInt(${code})`,
  digits: String.raw`.replaceAll("\\D", "")`,
  makes: 'new ',
  isBytes: holdsBytes,
}
