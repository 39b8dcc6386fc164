import { expect, test } from 'vitest'
import { isMarkdown, isPage, regionsOf } from './regions.ts'
import { isRelevantFile } from './relevant-file.ts'

const shown = (file: string, text: string): unknown[] =>
  regionsOf(file, text).map(({ language, start, end, inPage }) => [
    language.name,
    text.slice(start, end),
    inPage,
  ])

test.each([
  ['<script>', 'javascript'],
  ['<script src="a.js" type="text/javascript">', 'javascript'],
  ["<script type = 'module' >", 'javascript'],
  ['<script type=module>', 'javascript'],
  ['<script TYPE="text/babel">', 'javascript'],
  ['<script type="text/typescript" lang="ts">', 'typescript'],
  ['<script lang="ts">', 'typescript'],
  ['<script lang = ts>', 'typescript'],
  ["<script lang='TS' setup>", 'typescript'],
  ['<script lang="tsx">', 'tsx'],
  ['<script lang="jsx">', 'javascript'],
])('the block %s is %s', (tag, language) => {
  expect(shown('a.html', `<p>${tag}let a</script>`)).toEqual([[language, 'let a', true]])
})

test.each([
  '<script type="application/json">',
  "<script type='text/x-template'>",
  '<script type=importmap>',
  '<script type = "text/html">',
  '<script lang="coffee">',
])('the block %s is not read', (tag) => {
  expect(shown('a.html', `${tag}let a</script>`)).toEqual([])
})

test('a block is what is between its tags, whatever its attributes hold', () => {
  const text = '<script data-a="b" async>\n1 > 0\n</script\n><script> \n</script><SCRIPT>2</Script>'
  expect(shown('a.svelte', text)).toEqual([
    ['javascript', '\n1 > 0\n', true],
    ['javascript', '2', true],
  ])
})

test.each([
  ['a {{ b }} c', 'a _______ c'],
  ['a {{ b\nc }} d', 'a _________ d'],
  ['{{ {a} }}', '{{ {a} }}'],
  ['a <?= b\n?> c', 'a ________ c'],
  ['<?php echo $a ?>;', '________________;'],
  ['<?php  echo $a ?>;', '_________________;'],
  ['<?php echoes() ?>;', '                 ;'],
  ['<?php if (a):\n ?>b<?php endif ?>', '             \n   b              '],
  ['<%= a\n%> b <%= c %>', '________ b ________'],
  ['<% if a\n %>b<% end %>', '       \n   b         '],
  ['{% if a\n %}b{% endif %}', '       \n   b           '],
  ['{% if a %}b{% else %}c\nd{% endif %}e', '          b           \n            e'],
  ['{%- else -%}c{%- endif -%}e', '                          e'],
  ['{%else%}c{%endif%}e', '                  e'],
  [
    '{% elif a %}b{%  endif  %}{% else %}c{% endif %}',
    '                                                ',
  ],
  ['{% elsewhere %}b{% endif %}', '               b           '],
])('what a server fills in, %j, keeps its length', (code, standIn) => {
  const [region] = regionsOf('a.html', `<script>${code}</script>`)
  expect(region?.standIn).toBe(standIn)
})

test.each([
  ['two fences', '```js\na\n```\n~~~python\nb\n~~~\n', ['a\n', 'b\n']],
  ['a fence at the very end', '```js\na\n```', ['a\n']],
  ['an empty line at the head', '\n```js\na\n```', ['a\n']],
  ['a longer mark', '````js\n```\na\n````', ['```\na\n']],
  ['another mark inside', '```js\n~~~\na\n```', ['~~~\na\n']],
  ['words after the language', '```js title="x" {1}\na\n```', ['a\n']],
  ['a space before the language', '``` js\na\n```', ['a\n']],
  ['an unknown language', '```brainfuck\na\n```\n```js\nb\n```', ['b\n']],
  ['a mark with a language inside', '```js\na\n```js\nb\n```', ['a\n```js\nb\n']],
  ['a mark with words inside', '```js\na\n``` !\nb\n```', ['a\n``` !\nb\n']],
  ['nothing that closes it', '```js\na\n', []],
  ['marks in a line', 'a ```js b``` c', []],
  ['two signs', '``js\na\n``', []],
  ['an upper-case name', '```JS\r\na\r\n```\r\n', ['a\r\n']],
])('fences with %s', (_, text, expected) => {
  const parts = regionsOf('a.md', text)
  expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  expect(parts.every(({ inPage }) => !inPage)).toBe(true)
})

test('a template holds its own language and the blocks for the page', () => {
  const text = '<?php a() ?><script>b()</script>'
  expect(shown('a.php', text)).toEqual([
    ['php', text, false],
    ['javascript', 'b()', true],
  ])
  expect(shown('a.erb', text)).toEqual([['javascript', 'b()', true]])
  expect(shown('a.js', 'x')).toEqual([['javascript', 'x', false]])
  expect(shown('a.txt', text)).toEqual([])
})

test('pages and Markdown are told by their names', () => {
  const files = ['a.vue', 'a.HTM', 'a.html', 'a.xhtml', 'a.svelte', 'a.astro', 'a.md', 'a.mdx']
  expect(files.filter(isPage)).toEqual(files.slice(0, 6))
  expect(files.filter(isMarkdown)).toEqual(files.slice(6))
  expect([isPage('html.js'), isMarkdown('a.md.js')]).toEqual([false, false])
})

test.each([
  ['a.js', true],
  ['a.kt', true],
  ['a.ex', true],
  ['config.YAML', true],
  ['sub/.env.local', true],
  ['Dockerfile', true],
  ['yarn.lock', true],
  ['a.png', false],
  ['a.js.map', false],
  ['myDockerfile', false],
  ['LICENSE', false],
])('%s is code or configuration: %s', (path, isIt) => {
  expect(isRelevantFile(path)).toBe(isIt)
})
