import { expect, test } from 'vitest'
import { Positions } from './positions.ts'
import { regionsOf } from './regions.ts'

const partsOf = (file: string, text: string): readonly string[] =>
  regionsOf(file, text).map(
    ({ language, start, end }) => `${language.name}: ${text.slice(start, end).trim()}`,
  )

test('cuts script blocks out of pages, by their language', () => {
  const page = `<script type="application/json">{}</script>
<script setup lang="ts">let a: number</script>
<SCRIPT>var b</SCRIPT >
<script src="x.js"></script>`
  expect(partsOf('a.vue', page)).toEqual(['typescript: let a: number', 'javascript: var b'])
})

test('cuts fences out of Markdown, also indented ones', () => {
  const text =
    '# A\n\n```js title="a"\nlet a\n```\n\n- item\n\n  ~~~python\n  a = 1\n  ~~~\n\n```\nnone\n```\n'
  expect(partsOf('a.md', text)).toEqual(['javascript: let a', 'python: a = 1'])
})

test('puts names of the same length where a server fills in', () => {
  const text = '<script>let a = {{ value }}\n{% if x %}\nlet b\n{% endif %}</script>'
  const [region] = regionsOf('a.html', text)
  expect(region?.standIn).toBe('let a = ___________\n          \nlet b\n           ')
  expect(region?.standIn).toHaveLength((region?.end ?? 0) - (region?.start ?? 0))
})

test('counts lines and columns from 1, whatever ends a line', () => {
  const positions = new Positions('a\r\nbc\n\u{1f600}d\re')
  expect(positions.at(0)).toEqual({ line: 1, column: 1 })
  expect(positions.at(4)).toEqual({ line: 2, column: 2 })
  expect(positions.at(8)).toEqual({ line: 3, column: 3 })
  expect(positions.at(10)).toEqual({ line: 4, column: 1 })
})
