import { legacySignatureOf } from '../../meanings/legacy-signature.ts'
import type { WriteContext } from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Range } from '../language.ts'
import { otherTries } from './exceptions.ts'
import { logs } from './logs.ts'
import { triesGone } from './own-try.ts'

const blocks: ReadonlySet<string> = new Set([
  'block',
  'constructor_body',
  'switch_block_statement_group',
])
const expressions = /^(?:method_invocation|binary_expression|object_creation_expression)$/

const statements: ReadonlySet<string> = new Set([
  'expression_statement',
  'return_statement',
  'local_variable_declaration',
])

/** The same expression once more in its statement, which the same new code stands for. */
function isRepeated(other: SyntaxNode, node: SyntaxNode): boolean {
  return other.text === node.text && other.closest(statements) === node.closest(statements)
}

/** Shown, it goes with what it shows. */
function isLogged(other: SyntaxNode): boolean {
  return logs.test(other.closest(statements)?.text ?? '')
}

/** Whether the same block makes a second signature: its variables would have the same names. */
function hasSecond({ evaluator, node }: WriteContext): boolean {
  const block = node.closest(blocks)
  const { direct } = evaluator.basisOf(node)
  const isOther = (other: SyntaxNode): boolean =>
    expressions.test(other.type) &&
    !other.contains(node) &&
    !node.contains(other) &&
    !direct.has(other) &&
    !isRepeated(other, node) &&
    !isLogged(other) &&
    legacySignatureOf(evaluator.term(other)) !== undefined
  return block?.subtree.some(isOther) ?? false
}

/**
 * What must stay as it is for the new code to be right, and what goes besides. A `try` around a part
 * of the old code would be left with a `catch` that nothing reaches, which Java refuses.
 */
export function interwovenWith(context: WriteContext): {
  readonly kept: readonly Range[]
  readonly gone: readonly Range[]
} {
  const { evaluator, node } = context
  const tries = otherTries(evaluator.basisOf(node).direct, node)
  const gone = triesGone(tries, context)
  const kept = [...tries].filter((tried) => !gone.has(tried))
  return { kept: hasSecond(context) ? [...kept, node] : kept, gone: [...gone.values()] }
}
