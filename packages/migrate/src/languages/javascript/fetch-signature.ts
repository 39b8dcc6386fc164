import type { Edit } from '../../rewrite/edit.ts'
import type {
  SignatureParts,
  Unwritable,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import { indentationAt, quoteCode } from '../../rewrite/style.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Range } from '../language.ts'
import { awaitableAt } from './async-chain.ts'
import { callbackCode } from './callback.ts'
import { codeOf, member, roleCode } from './member-code.ts'

/** `fetch(endpoint, …)` up to the parsed answer, over several lines. */
function requestCode(
  { meetingNumber, role }: Pick<SignatureParts, 'meetingNumber' | 'role'>,
  context: WriteContext,
): string {
  const { quote: q } = context.style
  const input = [
    member('meetingNumber', codeOf(meetingNumber, context)),
    member('role', roleCode(role, context)),
  ]
  return [
    `fetch(${q}${context.endpoint}${q}, {`,
    `  method: ${q}POST${q},`,
    `  headers: { ${q}content-type${q}: ${q}application/json${q} },`,
    `  body: JSON.stringify({ ${input.join(', ')} }),`,
    '}).then((response) => response.json())',
  ].join('\n')
}

/** Asks the endpoint for the signature, where the code can wait for it. */
export function fetchSignature(
  parts: Pick<SignatureParts, 'meetingNumber' | 'role'>,
  context: WriteContext,
): WrittenSignature | Unwritable {
  const expression = `(await ${requestCode(parts, context)}).signature`
  const edits = awaitableAt(context.node, context.evaluator)
  if (!edits) {
    return {
      reason: 'This runs in a browser, and the code around it cannot wait for a server’s answer.',
      code: expression,
    }
  }
  return { prelude: '', expression, imports: [], edits }
}

/** The same with the callbacks that the SDK's own call took; `success` still gets `{ result }`. */
export function requestWithCallbacks(
  parts: Pick<SignatureParts, 'meetingNumber' | 'role'>,
  { success, error }: { readonly success: SyntaxNode; readonly error: SyntaxNode | undefined },
  context: WriteContext,
): WrittenSignature {
  const { keep, prefix, edits } = keptCallback(success)
  const lines = [
    requestCode(parts, context),
    '  .then(({ signature }) => ({ result: signature }))',
    `  .then(${prefix}\0)`,
  ]
  if (error) {
    const code = quoteCode(
      callbackCode(error),
      context.style,
      indentationAt(context.text, error.start),
    )
    lines.push(`  .catch(${code.replaceAll('\n', '\n  ')})`)
  }
  return { prelude: '', expression: lines.join('\n'), imports: [], keep, edits }
}

/** `success(x) {}` becomes `(x) => {}`; every other form stays as it is. */
function keptCallback(node: SyntaxNode): { keep: Range; prefix: string; edits: readonly Edit[] } {
  const parameters = node.get('parameters')
  const body = node.get('body')
  if (node.type !== 'method_definition' || !parameters || !body)
    return { keep: node, prefix: '', edits: [] }
  const isAsync = node.children.some(({ type }) => type === 'async')
  return {
    keep: { start: parameters.start, end: node.end },
    prefix: isAsync ? 'async ' : '',
    edits: [[body.start, body.start, '=> ']],
  }
}
