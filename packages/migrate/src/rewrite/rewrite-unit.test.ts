import { expect, test } from 'vitest'
import { evaluate } from '../../testing/terms.ts'
import { javascript } from '../languages/javascript/javascript.ts'
import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import { applyEdits, type Edit } from './edit.ts'
import { type Changes, contextOf, type RewriteRequest, rewriteUnit } from './rewrite-unit.ts'
import type { Unwritable, WriteContext, WrittenSignature } from './signature-template.ts'
import { styleOf } from './style.ts'

interface Place {
  readonly request: RewriteRequest
  /** What `out(…)` is called with. */
  readonly outs: readonly SyntaxNode[]
}

async function place(text: string): Promise<Place> {
  const { evaluator, outs } = await evaluate(javascript, text)
  const { root } = evaluator.scopes
  const asked = { standalone: false, endpoint: '/sign' }
  return { request: { text, root, language: javascript, evaluator, ...asked }, outs }
}

type Write = (context: WriteContext) => WrittenSignature | Unwritable

const written: WrittenSignature = { prelude: '', expression: 'sign()', imports: [] }

/** The text with each `out(…)` written anew, in order, or why not. */
async function rewritten(
  text: string,
  writes: readonly Write[],
  more: Partial<Changes> | ((place: Place) => Partial<Changes>) = {},
): Promise<string> {
  const found = await place(text)
  const replacements = writes.map((write, index) => {
    const node = found.outs[index]
    if (!node) throw new Error('there is no such place')
    return { node, write }
  })
  const rest = typeof more === 'function' ? more(found) : more
  const rewrite = rewriteUnit({ replacements, remove: [], edits: [], ...rest }, found.request)
  return 'reason' in rewrite ? rewrite.reason : applyEdits(text, rewrite.edits)
}

test('statements go before the one that holds the expression, as far in as it is', async () => {
  const write = () => ({ ...written, prelude: 'let a\nif (a) {\n  b()\n}' })
  expect(await rewritten('f(() => {\n    if (x) return [out(old)]\n})\n', [write])).toBe(
    'f(() => {\n    let a\n    if (a) {\n        b()\n    }\n    if (x) return [out(sign())]\n})\n',
  )
  expect(await rewritten('switch (x) {\n  case 1:\n    out(old)\n}\n', [write])).toContain(
    '  case 1:\n    let a\n    if (a) {\n      b()\n    }\n    out(sign())\n',
  )
})

test('where no statement can stand, an expression alone can', async () => {
  const text = 'const f = (key) => out(old)\n'
  expect(await rewritten(text, [() => written])).toBe('const f = (key) => out(sign())\n')
  expect(await rewritten(text, [() => ({ ...written, prelude: 'let a' })])).toBe(
    'There is no place for statements here.',
  )
})

test('a part of the old expression that is kept stands where the new one says', async () => {
  const keeping: Write = ({ node }) => ({
    ...written,
    expression: 'before(\0, after)',
    keep: { start: node.start + 4, end: node.end - 1 },
  })
  expect(await rewritten('const a = 1\nout(old(a))\n', [keeping])).toBe(
    'const a = 1\nout(before(a, after))\n',
  )
})

test('a name that only the old expression had goes, one that the new code has stays', async () => {
  const text = 'const a = 1\nconst b = 2\nout(a + b)\n'
  expect(await rewritten(text, [() => ({ ...written, expression: 'sign(b)' })])).toBe(
    'const b = 2\nout(sign(b))\n',
  )
  expect(await rewritten(text, [() => ({ ...written, prelude: 'f(a)' })])).toBe(
    'const a = 1\nf(a)\nout(sign())\n',
  )
})

test('what the new code imports is imported once, and edits that two want are made once', async () => {
  const text = "import x from 'x'\nf(async () => {\n  out(old)\n  out(old)\n})\n"
  const at = text.indexOf('f(')
  const write = () => ({
    ...written,
    imports: [{ module: '@sigshift/signer/sync', name: 'createSigner' }],
    edits: [[at, at, 'first; ']] as const,
    editsAfter: (): readonly Edit[] => [[at, at, 'then; ']],
  })
  expect(await rewritten(text, [write, write])).toBe(
    "import x from 'x'\nimport { createSigner } from '@sigshift/signer/sync'\nfirst; then; f(async () => {\n  out(sign())\n  out(sign())\n})\n",
  )
})

test('what hangs on removals is told of them', async () => {
  const text = 'const a = 1\nout(a)\n'
  const told: unknown[] = []
  const editsAfter = (removed: readonly unknown[]): readonly Edit[] => {
    told.push(...removed)
    return []
  }
  await rewritten(text, [() => ({ ...written, editsAfter })])
  expect(told).toEqual([{ start: 0, end: 12 }])
})

test('one refusal stops all of it', async () => {
  const refusal = () => ({ reason: 'not here', code: 'sign()' })
  expect(await rewritten('out(a)\nout(b)\n', [() => written, refusal])).toBe('not here')
})

test('other edits and removals are made beside, with what only they used', async () => {
  const text = 'const a = 1\nf({ a, b: 2 })\nout(old)\n'
  const more = ({ request }: Place): Partial<Changes> => ({
    edits: [[text.indexOf('2'), text.indexOf('2') + 1, '3']],
    remove: descendants(request.root).filter(
      (node) => node.type === 'shorthand_property_identifier',
    ),
  })
  expect(await rewritten(text, [() => written], more)).toBe('f({ b: 3 })\nout(sign())\n')
})

test('changes of the same place are refused', async () => {
  const edits: readonly Edit[] = [[2, 6, 'x']]
  expect(await rewritten('out(old)\n', [() => written], { edits })).toBe(
    'The old code is interwoven with other code.',
  )
})

test('a fresh name is the first that no word of the file is', async () => {
  const { request } = await place('let iat, iat2, exp1, notmac\n')
  const { fresh } = contextOf(request, request.root, styleOf(request.text))
  expect(['iat', 'exp', 'mac', 'notmac'].map(fresh)).toEqual(['iat3', 'exp', 'mac', 'notmac2'])
})
