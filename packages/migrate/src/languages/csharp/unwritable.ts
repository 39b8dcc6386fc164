import type { Unwritable, WrittenSignature } from '../../rewrite/signature-template.ts'

/** The engine takes a refusal from every writer, though the template's type names only the code. */
export function unwritable(reason: string, code: string): WrittenSignature {
  const refusal: Unwritable = { reason, code }
  return refusal as unknown as WrittenSignature
}
