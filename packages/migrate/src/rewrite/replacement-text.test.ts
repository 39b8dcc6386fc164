import { expect, test } from 'vitest'
import { evaluate } from '../../testing/terms.ts'
import { javascript } from '../languages/javascript/javascript.ts'
import { replacementText } from './replacement-text.ts'
import type { RewriteRequest } from './rewrite-unit.ts'
import type { Unwritable, WriteContext, WrittenSignature } from './signature-template.ts'

const text = 'let a\r\nif (a) {\r\n\t\tout(old)\r\n}\r\n'

async function pasted(
  write: (context: WriteContext) => WrittenSignature | Unwritable,
): Promise<string> {
  const { evaluator, outs } = await evaluate(javascript, text)
  const [node] = outs
  if (!node) throw new Error('one expression is to be replaced')
  const root = evaluator.scopes.root
  const request: RewriteRequest = {
    text,
    root,
    language: javascript,
    evaluator,
    standalone: true,
    endpoint: '/sign',
  }
  return replacementText({ node, write }, request)
}

const written = { prelude: '', expression: 'sign(x)', imports: [] }

test('code to paste is what it uses, what stands before it, and the code itself', async () => {
  const imports = [
    { module: 'm', name: 'sign' },
    { module: 'n', name: 'iat' },
  ]
  const prelude = 'if (x) {\n  y()\n}'
  expect(await pasted(() => ({ ...written, prelude, imports }))).toBe(
    '(sign from m, iat from n)\r\nif (x) {\r\n\ty()\r\n}\r\nsign(x)',
  )
  expect(await pasted(() => written)).toBe('sign(x)')
})

test('code that cannot be written at its place is given all the same', async () => {
  expect(await pasted(() => ({ reason: 'no', code: 'f {\n  g\n}' }))).toBe('f {\r\n\tg\r\n}')
})

test('what writes the code knows the file, the place and what is asked for', async () => {
  const seen = await pasted(
    ({ node, style, standalone, endpoint, language, fresh, ...context }) => ({
      ...written,
      expression: JSON.stringify([
        node.text,
        style.eol,
        style.indent,
        standalone,
        endpoint,
        language,
        context.text === text,
        fresh('a'),
        fresh('ol'),
      ]),
    }),
  )
  expect(JSON.parse(seen)).toEqual([
    'old',
    '\r\n',
    '\t',
    true,
    '/sign',
    'javascript',
    true,
    'a2',
    'ol',
  ])
})
