import { expect, test } from 'vitest'
import { commentedParts } from './comments.ts'
import { SyntaxNode } from './syntax-node.ts'

/** A tree whose only nodes are these comments of the text. */
function treeOf(text: string, comments: readonly string[]): SyntaxNode {
  const facts = { field: undefined, named: true }
  const all: SyntaxNode[] = []
  const whole = { ...facts, type: 'program', start: 0, end: text.length, parent: undefined }
  const root = new SyntaxNode(whole, text, all)
  let end = 0
  for (const comment of comments) {
    const start = text.indexOf(comment, end)
    end = start + comment.length
    const child = { ...facts, type: 'line_comment', start, end, parent: root }
    root.children.push(new SyntaxNode(child, text, all))
  }
  return root
}

const everything = (_comment: string): boolean => true

function partsOf(text: string, comments: readonly string[], worth = everything): unknown[] {
  return commentedParts(treeOf(text, comments), text, worth).map(({ start, end, standIn }) => [
    text.slice(start, end),
    standIn,
  ])
}

test.each([
  ['// a // b', '   a // b'],
  ['/// a', '    a'],
  ['# a # b', '  a # b'],
  ['### a', '    a'],
  ['-- a -- b', '   a -- b'],
  ['---- a', '     a'],
  [';; a;', '   a;'],
  ['//\ta\r\n\t# b\n  -- c', '  \ta\r\n\t  b\n     c'],
  ['//a\nx // b', '  a\nx // b'],
  ['/* a */', '   a   '],
  ['/** a **/', '    a    '],
  ['/*! a */', '    a   '],
  ['/* a */ b */', '   a */ b   '],
  ['/*\n * a * b\n\t* c\n *d\n *\n */', '  \n   a * b\n\t  c\n *d\n  \n   '],
  ['/* a\n* b\n*/', '   a\n  b\n  '],
  ['<!-- a --> b -->', '     a --> b    '],
  ['<!--\na\n-->', '    \na\n   '],
  ['a /* b */', 'a /* b */'],
  ['a <!-- b -->', 'a <!-- b -->'],
])('the marks of the comment %j become spaces', (comment, standIn) => {
  expect(partsOf(comment, [comment])).toEqual([[comment, standIn]])
})

test('comments that end with their line and follow each other are one part', () => {
  const text = '// a\n  // b\n\n# c\nx\n// d\n/* e */\n// f'
  expect(partsOf(text, ['// a', '// b', '# c', '// d', '/* e */', '// f'])).toEqual([
    ['// a\n  // b\n\n# c', '   a\n     b\n\n  c'],
    ['// d', '   d'],
    ['/* e */', '   e   '],
    ['// f', '   f'],
  ])
})

test('a comment that only holds a mark is no line comment', () => {
  const text = '/* // a */\n/* // b */'
  expect(partsOf(text, ['/* // a */', '/* // b */'])).toHaveLength(2)
})

test('only comments that are worth it are parts', () => {
  const text = '// sign()\nx\n// prose'
  const isCall = (comment: string): boolean => comment.includes('(')
  expect(partsOf(text, ['// sign()', '// prose'], isCall)).toEqual([['// sign()', '   sign()']])
  expect(partsOf('x', [])).toEqual([])
})

test('nodes of other types are no comments', () => {
  const text = '// a'
  const root = treeOf(text, [])
  const facts = { type: 'comment_like', field: undefined, named: true, start: 0, end: 4 }
  root.children.push(new SyntaxNode({ ...facts, parent: root }, text, []))
  expect(commentedParts(root, text, everything)).toEqual([])
})
