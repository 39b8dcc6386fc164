import type { Spelling } from '../java/part-code.ts'
import { declaredType } from './declared-type.ts'

export const spelling: Spelling = {
  declaredType,
  whole: /^(?:Int|Long|Short|Byte|BigInteger)$/,
  escaped: /["\\$]/g,
  asText: (_, operand) => `${operand}.toString()`,
  asNumber: (_, operand) => `${operand}.toInt()`,
  digits: ".filter { it in '0'..'9' }",
  makes: '',
  isBytes: ({ kind }, type) => kind !== 'text' && type !== 'String',
}
