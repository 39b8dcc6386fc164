import type { Symptom } from '@sigshift/spec'
import { describe, expect, test } from 'vitest'
import { messagesOf, phrasesOf } from './symptom-phrases.ts'

const symptom: Symptom = {
  slug: 'a-symptom',
  text: 'A text that is no short one',
  place: 'error-object',
  views: ['client'],
  causes: ['expired'],
  nextCheck: '',
  sources: ['inferred'],
}

describe('messages in one spelling', () => {
  test.each([
    ['small letters and digits, one space between', 'A  b-C_3\t(d)', 'a b c 3 d'],
    ['quotes, bars, braces and line ends', `a"b'c\`d‘e’f“g”h|i{j}k\nl`, 'a|b|c|d|e|f|g|h|i|j|k|l'],
    ['a colon or dot before a space', 'a: b. c.d:e', 'a|b|c d e'],
    ['escaped quotes and line ends', 'a\\"b\\nc\\rd\\te', 'a|b|c|d te'],
    ['no spaces beside a bar, and one bar', 'a " \' b', 'a|b'],
    ['one bar for two', `a"'b`, 'a|b'],
    ['nothing around it', ' .a! ', 'a'],
  ])('%s', (_, text, messages) => {
    expect(messagesOf(text)).toBe(messages)
  })

  test.each([
    ["undefined is not an object (evaluating 'e.split')", 'undefined|reading split'],
    ["null is not an object (evaluating 'n(1).a_b()')", 'null|reading a b'],
    [`undefined is not an object (evaluating '${'x.'.repeat(98)}abcd')`, 'undefined|reading abcd'],
    [`undefined is not an object (evaluating '${'x.'.repeat(98)}abcde')`, undefined],
    ["undefined is not an object (evaluating '')", undefined],
    ["undefined is not an object (evaluating 'a\nb')", undefined],
  ])('Safari’s words are those of Chrome: %s', (text, told) => {
    const [value, reading] = told?.split('|') ?? []
    const chrome = `cannot read properties of ${value} ${reading}`
    expect(messagesOf(text).startsWith(chrome)).toBe(told !== undefined)
  })

  test('all of them', () => {
    const one = "null is not an object (evaluating 'a.b'"
    expect(messagesOf(`${one}) ${one})`)).toBe(
      'cannot read properties of null reading b cannot read properties of null reading b',
    )
  })
})

describe('the texts of a symptom', () => {
  test('are the first and the others, but for an empty one', () => {
    expect(phrasesOf({ ...symptom, alsoShown: ['Another: text'] }).map(({ text }) => text)).toEqual(
      ['a text that is no short one', 'another text'],
    )
    expect(phrasesOf({ ...symptom, text: '' })).toEqual([])
  })

  test('have their words apart', () => {
    expect(phrasesOf({ ...symptom, text: 'Two. words' })[0]?.words).toEqual(['two', 'words'])
  })

  test('have no minified name', () => {
    const [first] = phrasesOf({ ...symptom, text: 'TypeError: e.split is not a function' })
    expect(first?.text).toBe('typeerror split is not a function')
    const [other] = phrasesOf({ ...symptom, text: 'e.split is no function' })
    expect(other?.text).toBe('e split is no function')
    const [whole] = phrasesOf({ ...symptom, text: 'name.split is not a function' })
    expect(whole?.text).toBe('name split is not a function')
  })

  test.each([
    ['one two three four', false],
    ['one two three', true],
    ['eighteen letter four', false],
    ['eighteen letter fou', true],
  ])('are short with fewer than four words and 20 letters: %s', (text, short) => {
    expect(phrasesOf({ ...symptom, text })[0]?.short).toBe(short)
  })

  test.each<[string, Partial<Symptom>, boolean]>([
    ['where they say something', {}, false],
    ['of what has no cause', { causes: [] }, true],
    ['on the page', { place: 'page' }, true],
    ['that are the title of a dialog', { text: 'Fail to join the meeting.' }, true],
    ['that are the title of another', { text: 'Joining Meeting Timeout' }, true],
    ['with more than a title', { text: 'Fail to join the meeting again' }, false],
    ['with more before it', { text: 'not joining meeting' }, false],
  ])('are vague or not: %s', (_, changes, vague) => {
    expect(phrasesOf({ ...symptom, ...changes })[0]?.vague).toBe(vague)
  })
})
