import type { SignatureParts, WriteContext } from '../../rewrite/signature-template.ts'
import { plain, type Term } from '../../terms/term.ts'

const classes: ReadonlySet<string> = new Set([
  'class_declaration',
  'struct_declaration',
  'record_declaration',
])

/** Whether a name in the code of a part is a member of a class that the new code is not in. */
function isElsewhere(term: Term, { evaluator, node }: WriteContext): boolean {
  return plain(term).node.subtree.some((inner) => {
    if (inner.type !== 'identifier' || inner.field === 'name') return false
    const binding = evaluator.scopes.resolve(inner.text, inner)
    const home = binding?.node.closest(classes)
    return home !== undefined && !home.contains(node)
  })
}

export function isInReach(parts: SignatureParts, context: WriteContext): boolean {
  const { key, secret, meetingNumber, role } = parts
  return ![key, secret, meetingNumber, role].some((part) => isElsewhere(part, context))
}
