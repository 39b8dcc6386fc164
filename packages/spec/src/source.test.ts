import { expect, test } from 'vitest'
import { type Source, sourceUrl } from './source.ts'

test.each([
  ['devforum/62785', 'https://devforum.zoom.us/t/62785'],
  ['docs/meeting-sdk/auth', 'https://developers.zoom.us/docs/meeting-sdk/auth'],
  ['changelog/platform/x', 'https://developers.zoom.us/changelog/platform/x'],
  ['github/zoom/sample@27140fa', 'https://github.com/zoom/sample/commit/27140fa'],
  ['github/zoom/sample#42', 'https://github.com/zoom/sample/issues/42'],
  ['npm/@zoom/meetingsdk@6.2.0', 'https://www.npmjs.com/package/@zoom/meetingsdk/v/6.2.0'],
  ['measured/@zoomus/websdk@2.1.0', 'https://www.npmjs.com/package/@zoomus/websdk/v/2.1.0'],
  ['rfc/7515', 'https://www.rfc-editor.org/rfc/rfc7515'],
  ['https://example.com/page', 'https://example.com/page'],
] as [Source, string][])('%s is the page %s', (source, url) => {
  expect(sourceUrl(source)).toBe(url)
})

test.each([
  'inferred',
  'devforum/x',
  'devforum/1x',
  'my devforum/1',
  'x docs/a',
  'docs/',
  'the changelog/a',
  'a github/b/c@d',
  'a github/b/c#1',
  'github/b/c#1x',
  'github/b/c',
  'see npm/a@1',
  'npm/a@',
  'an rfc/1',
  'rfc/1a',
  'at https://example.com',
  'https://',
  'docs/a\nb',
  'changelog/a\nb',
  'github/a/b@c\nd',
  'https://a\nb',
])('%j names no page', (text) => {
  expect(sourceUrl(text as Source)).toBeUndefined()
})
