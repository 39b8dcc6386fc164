import { describe, expect, it } from 'vitest'
import { canonicalCode } from './canonical-code.ts'

/* biome-ignore-start lint/suspicious/noTemplateCurlyInString: code in other languages */
describe('one spelling for what means the same', () => {
  it.each([
    ['quotes', 'f("a", `b`)', "f('a','b')"],
    ['blanks and line breaks', 'a  =\n  b ( c )', 'a=b(c)'],
    ['a template literal', '`${a}.${ b.c() }.${d}`', "a+'§'+b.c()+'§'+d"],
    ['a sum', 'a + "." + b.c() + \'.\' + d', "a+'§'+b.c()+'§'+d"],
    [
      'a PHP sum',
      '$a . "." . $b->c . "." . base64_encode($d)',
      "$a+'§'+$b.c+'§'+base64_encode($d)",
    ],
    ['a PHP string', '"{$key}.$b->count.${d}"', "key+'§'+b.count+'§'+d"],
    ['a Ruby string', '"#{a}.#{b.c}.#{d}"', "a+'§'+b.c+'§'+d"],
    ['a Swift string', '"\\(a).\\(b.c).\\(d)"', "a+'§'+b.c+'§'+d"],
    ['a Dart or Kotlin string', "'$key.${b.c}.$day'", "key+'§'+b.c+'§'+day"],
    ['a Python string', 'x = f\'{a}.{b["c"]}.{d}\'', "x=fa+'§'+b.c+'§'+d"],
    ['a C# string', 'x = $"{a}.{b.c}.{d}"', "x=$a+'§'+b.c+'§'+d"],
    ['an empty string in a sum', "'' + a + b + ''", 'a+b'],
    ['long names', "a['name_2'], { 'name_3': b }", 'a.name_2,{name_3:b}'],
    ['members', "a['b'].c, a?.b, A::b, $a->b", 'a.b.c,a.b,A.b,$a.b'],
    ['keys', '{ "a": 1, b: 2, \'c\' => 3 }', '{a:1,b:2,c:3}'],
  ])('%s', (_name, code, expected) => {
    expect(canonicalCode(code)).toBe(expected)
  })
})

describe('comments go, what looks like one stays', () => {
  it.each([
    ['to the end of a line', 'a() // it\'s "b"\nc()', 'a()c()'],
    ['between two words', 'return/* a */b', 'return b'],
    ['in a block', 'a(/* "b" */ c)', 'a(c)'],
    ['never closed', 'a /* b', 'a '],
    ['of Python, Ruby and PHP', 'a() # b\n# c\nd()', 'a()d()'],
    ['a URL in a string', "a('https://b/#c')", "a('https://b/#c')"],
    ['a block mark in a string', 'a("/* b */")', "a('/*b*/')"],
    ['a fence of Markdown', '```js\na(`${b}.${c}`)\n```', " a(b+'§'+c)"],
    ['a private field of JavaScript', 'this.#a', 'this.#a'],
  ])('%s', (_name, code, expected) => {
    expect(canonicalCode(code)).toBe(expected)
  })
})
/* biome-ignore-end lint/suspicious/noTemplateCurlyInString: code in other languages */

describe('a quote that is never closed ends with its line, a backtick with the text', () => {
  it.each([
    ["it's a\nb('c')", "it's a'b('c')"],
    ['it"s a\nb("c")', "it's a'b('c')"],
    ['it`s a\nb("c")', 'it\'s a b("c")\''],
  ])('%j', (code, expected) => {
    expect(canonicalCode(code)).toBe(expected)
  })
})

describe('an escaped quote does not end a literal', () => {
  it.each([
    ["f('it\\'s a', \"b\")", "f('it\\'s a','b')"],
    ['f("a\\"b c", "d")', "f('a\\\"b c','d')"],
    ['f(`a\\`b c`, "d")', "f('a\\`b c','d')"],
    ['f(`a\\\nb` + "c")', "f('a\\ b'+'c')"],
  ])('%j', (code, expected) => {
    expect(canonicalCode(code)).toBe(expected)
  })
})

it('a fence of Markdown is a line of its own', () => {
  expect(canonicalCode('a~~~b\nc')).toBe('a~~~b c')
  expect(canonicalCode('a\n \t~~~ts b\nc')).toBe('a c')
})
