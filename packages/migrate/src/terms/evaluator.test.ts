import { expect, test } from 'vitest'
import { evaluate, show } from '../../testing/terms.ts'
import { javascript } from '../languages/javascript/javascript.ts'
import { php } from '../languages/php/php.ts'
import { python } from '../languages/python/python.ts'
import { sizeOf } from './term-facts.ts'

async function shown(language: typeof javascript, code: string): Promise<string> {
  const { evaluator, outs } = await evaluate(language, code)
  return outs.map((node) => show(evaluator.term(node))).join(' | ')
}

test.each<[string, string, string]>([
  ['a name is what it was last given before', "let a = '1'\na = '2'\nout(a)\na = '3'", '"2"'],
  ['of names that come later the first counts', "function f() { out(a) }\nvar a = '1'", '"1"'],
  ['an inner name hides an outer one', "let a = '1'\nfunction f() { let a = '2'; out(a) }", '"2"'],
  ['and is not seen outside', "let a = '1'\nfunction f() { let a = '2' }\nout(a)", '"1"'],
  ['a name that nothing declares', 'out(a)', 'a'],
  ['a name without a value', 'let a\nout(a)', 'a'],
  ['a value made of itself', "let a = '1'\na = a + b\nout(a)", '("1" . b)'],
  ['a name in its own first value', 'let a = a + 1\nout(a)', '(a . 1)'],
  ['what is appended', "let a = 'x'\na += b\na += 'y'\nout(a)", '(("x" . b) . "y")'],
  ['appended to nothing known', 'a += b\nout(a)', '(a . b)'],
  ['subtracted', 'let a = 5\na -= 3\nout(a)', '2'],
  ['a parameter', 'function f(a) { out(a) }', 'a'],
  ['an import', "import a from 'm'\nout(a)", 'a'],
  ['a function as a value', 'function f() { return 1 }\nout(f)', 'f'],
  ['a function that is called', 'function f() { return 1 }\nout(f())', '1'],
  ['with its arguments', "const f = (a, b) => a + '.' + b\nout(f('1', x))", '(("1" . ".") . x)'],
  ['with too few', 'function f(a, b) { return a + b }\nout(f(x))', '(x . b)'],
  ['an argument that is handed on', 'const f = (a) => g(a)\nconst g = (b) => b\nout(f(x))', 'f(x)'],
  [
    'of several answers the first known',
    'function f(a) { if (a) return y; return 1 }\nout(f(x))',
    '1',
  ],
  ['of none that is known, the first', 'function f() { if (z) return y; return w }\nout(f())', 'y'],
  ['a function that answers nothing', 'function f() { }\nout(f(x))', 'f(x) of [x]'],
  ['a method of this', 'class A { m() { return 1 }\n n() { out(this.m()) } }', '1'],
  ['of another object', 'class A { m() { return 1 } }\nout(other.m())', 'other.m()'],
  ['of a class', 'class A { static m() { return 1 } }\nout(A.m())', '1'],
  ['of a name that only begins like one', 'class A { m() { return 1 } }\nout(A.b.m())', 'A.b.m()'],
  ['a field of this', "class A { key = 'k'\n m() { out(this.key) } }", '"k"'],
  [
    'a field set elsewhere',
    "class A { constructor() { this.key = 'k' }\n m() { out(this.key) } }",
    '"k"',
  ],
  ['a function that calls itself', 'function f(a) { return f(a) }\nout(f(x))', 'f(x)'],
  ['functions that call each other', 'const f = () => g()\nconst g = () => f()\nout(f())', 'f()'],
  [
    'five calls deep',
    'const a = () => b()\nconst b = () => c()\nconst c = () => d()\nconst d = () => e()\nconst e = () => 1\nout(a())',
    'a()',
  ],
  [
    'four calls deep',
    'const a = () => b()\nconst b = () => c()\nconst c = () => d()\nconst d = () => 1\nout(a())',
    '1',
  ],
  [
    'a call under its name in the module',
    "import { btoa as encode } from 'm'\nout(encode(x))",
    'base64(x)',
  ],
  [
    'a default export called like its module',
    "import encode from 'lib/btoa.js'\nout(encode(x))",
    'base64(x)',
  ],
  ['a module as a whole', "const encode = require('btoa')\nout(encode(x))", 'base64(x)'],
  ['an import of an unknown name', "import { y as btoa } from 'm'\nout(btoa(x))", 'base64(x)'],
  [
    'an own function of the name of a known one',
    'function btoa(a) { return a }\nout(btoa(x))',
    'x',
  ],
  ['a name that every object has', 'out(toString(x))', 'toString(x) of [x]'],
  ['a method that every object has', 'out(a.hasOwnProperty(x))', 'a.hasOwnProperty(x) of [x]'],
])('%s', async (_, code, expected) => {
  expect(await shown(javascript, code)).toBe(expected)
})

test.each<[typeof javascript, string, string]>([
  [python, "def f(self, a):\n  return a\nout(self.f('1'))", '"1"'],
  [php, "<?php $a = 'x'; $a .= $b; out($a);", '("x" . $b)'],
])('%#: in other languages', async (language, code, expected) => {
  expect(await shown(language, code)).toBe(expected)
})

test('code that stands in a called function and uses its names is told from the rest', async () => {
  const code = `const outside = 'o'
function f(a) { const b = a + '!'; return outside + g(b) + b }
out(f(x))`
  const { evaluator, outs } = await evaluate(javascript, code)
  const [result] = outs.map((node) => evaluator.term(node))
  expect(result?.inlined).toBe(false)
  const parts = result?.kind === 'concat' ? result.parts : []
  expect(parts.map(({ node, inlined }) => [node.text, inlined])).toEqual([
    ['outside + g(b)', true],
    ['b', true],
  ])
  const first = parts[0]?.kind === 'concat' ? parts[0].parts : []
  expect(first.map(({ node, inlined }) => [node.text, inlined])).toEqual([
    ['outside', false],
    ['g(b)', true],
  ])
})

test('a value rests on what was read for it, directly, and through functions', async () => {
  const code = `const a = x
function f(b) { return b + c }
const d = a + f(y)
out(d)`
  const { evaluator, outs } = await evaluate(javascript, code)
  const [node] = outs
  if (!node) throw new Error('one expression is to be looked at')
  evaluator.term(node)
  const { direct, through, bindings } = evaluator.basisOf(node)
  const texts = (nodes: Iterable<{ readonly text: string }>): string[] =>
    [...nodes].map(({ text }) => text).sort()
  expect(texts(direct)).toEqual(['a', 'a + f(y)', 'f(y)', 'x', 'y'])
  expect(texts(through)).toEqual(['b', 'b + c', 'c'])
  expect([...bindings].map(({ name }) => name).sort()).toEqual(['a', 'd'])
})

test('a text is fixed where its name is given no other', async () => {
  const code = `const a = '1'
let b = '2'
if (x) b = '3'
out(a, b, '4', c, \`5\`)`
  const { evaluator, outs } = await evaluate(javascript, code)
  expect(outs.map((node) => evaluator.fixedText(evaluator.term(node)))).toEqual([
    '1',
    undefined,
    '4',
    undefined,
    '5',
  ])
})

test('a name leads to its declaration', async () => {
  const { evaluator, outs } = await evaluate(javascript, "import { a as b } from 'm'\nout(b, c, 1)")
  expect(outs.map((node) => evaluator.bindingOf(node)?.module)).toEqual(['m', undefined, undefined])
})

test('a term of more than 4000 terms is opaque', async () => {
  const doubling = Array.from({ length: 11 }, (_, i) => `const v${i + 1} = v${i} + v${i}`)
  const code = `const v0 = x\n${doubling.join('\n')}\nout(v1, v10, v11)`
  const { evaluator, outs } = await evaluate(javascript, code)
  const terms = outs.map((node) => evaluator.term(node))
  expect(terms.map(sizeOf)).toEqual([3, 2047, 1])
  expect(terms[2]).toMatchObject({ kind: 'opaque', inputs: [] })
})
