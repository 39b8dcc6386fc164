import type { Edit } from '../../rewrite/edit.ts'
import type {
  AskedParts,
  Unwritable,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import { indentationAt, quoteCode } from '../../rewrite/style.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Range } from '../language.ts'
import { awaitableAt } from './async-chain.ts'
import { awaitedLater } from './awaited-later.ts'
import { callbackCode } from './callback.ts'
import { isInExported } from './function-place.ts'
import { codeOf, member, roleCode } from './member-code.ts'
import { rejectionAt } from './promise-executor.ts'

/** `fetch(endpoint, …)` up to the parsed answer, over several lines. */
function requestCode({ meetingNumber, role }: AskedParts, context: WriteContext): string {
  const { quote: q } = context.style
  const number = typeof meetingNumber === 'string' ? meetingNumber : codeOf(meetingNumber, context)
  const asked = typeof role === 'string' ? `Number(${role})` : roleCode(role, context)
  const input = [member('meetingNumber', number), member('role', asked)]
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
  parts: AskedParts,
  context: WriteContext,
): WrittenSignature | Unwritable {
  const request = requestCode(parts, context)
  const expression = `(await ${request}).signature`
  const edits = awaitableAt(context.node, context)
  if (edits) return { prelude: '', expression, imports: [], edits }
  const later = heldPromise(context)
  return later
    ? {
        prelude: '',
        expression: `${request}\n  .then(({ signature }) => signature)`,
        imports: [],
        edits: later,
      }
    : { reason: cannotWait(context.node), code: expression }
}

/** A name that holds the promise, with what reads it waiting. */
function heldPromise(context: WriteContext): readonly Edit[] | undefined {
  return awaitedLater(context.node, context, (read) => awaitableAt(read, context))
}

function cannotWait(node: SyntaxNode): string {
  return isInExported(node)
    ? 'This runs in a browser and is exported: it must become async, and other files must wait for it.'
    : 'This runs in a browser, and the code around it cannot wait for a server’s answer.'
}

/** The same as an observable, for `of(signature)`. */
export function observeSignature(parts: AskedParts, context: WriteContext): WrittenSignature {
  const request = requestCode(parts, context)
  const expression = `from(${request}.then(({ signature }) => signature))`
  return { prelude: '', expression, imports: [{ module: 'rxjs', name: 'from' }] }
}

export interface Callbacks {
  readonly success: SyntaxNode
  readonly error: SyntaxNode | undefined
}

/** The same where the caller uses the answer and a callback gets it too. */
export function fetchWithCallbacks(
  parts: AskedParts,
  { success, error }: Callbacks,
  context: WriteContext,
): WrittenSignature | Unwritable {
  const end = context.style.semicolons ? ';' : ''
  const { keep, prefix, edits } = keptCallback(success)
  const write = (callback: string): string =>
    [
      requestCode(parts, context),
      '  .then(async ({ signature }) => {',
      `    await (${callback})({ result: signature })${end}`,
      `    return signature${end}`,
      `  })${error ? catching(error, context) : ''}`,
    ].join('\n')
  const awaited = awaitableAt(context.node, context)
  const waiting = awaited ?? heldPromise(context)
  if (!waiting)
    return { reason: cannotWait(context.node), code: `(await ${write(callbackCode(success))})` }
  const answer = write(`${prefix}\0`)
  return {
    prelude: '',
    expression: awaited ? `(await ${answer})` : answer,
    imports: [],
    keep,
    edits: [...edits, ...waiting],
  }
}

function catching(error: SyntaxNode, { style, text }: WriteContext): string {
  const code = quoteCode(callbackCode(error), style, indentationAt(text, error.start))
  return `.catch(${code.replaceAll('\n', '\n  ')})`
}

/**
 * The same with the callbacks that the SDK's own call took; `success` still gets `{ result }`.
 * Without `error`, a promise that waits for the answer is rejected.
 */
export function requestWithCallbacks(
  parts: AskedParts,
  { success, error }: Callbacks,
  context: WriteContext,
): WrittenSignature {
  const { keep, prefix, edits } = keptCallback(success)
  const rejection = error ? undefined : rejectionAt(context.node)
  const lines = [
    requestCode(parts, context),
    '  .then(({ signature }) => ({ result: signature }))',
    `  .then(${prefix}\0)`,
    ...(error ? [`  ${catching(error, context)}`] : []),
    ...(rejection ? [`  .catch(${rejection.name})`] : []),
  ]
  const end = context.node.text.endsWith(';') ? ';' : ''
  return {
    prelude: '',
    expression: lines.join('\n') + end,
    imports: [],
    keep,
    edits: [...edits, ...(rejection?.edits ?? [])],
  }
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
