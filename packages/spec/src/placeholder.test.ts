import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isPlaceholder } from './placeholder.ts'

test.each(
  [
    'SDK_KEY_HERE',
    'YOUR_SDK_SECRET',
    'your-client-id',
    '<sdk key>',
    '{{SDK_KEY}}',
    '\x24{SDK_KEY}',
    'VIDEO_SDK_KEY',
    'ZOOM_MEETING_SDK_SECRET',
    'undefined',
    'your-256-bit-secret',
    'my_app_id',
    'Replace_me',
    'paste your key here',
    'clientSecretHere',
    'xxxxxxxx',
    'abc123',
    'Enter your Zoom credentials',
    'put-yours',
    'add_it',
    'your_key_for_video',
    'apiTokenHere',
    'MY-SIGNATURE',
    '%SDK_KEY%',
    '****',
    '......',
    '___',
    'XXX',
    'None',
    'CHANGEME',
    'todo',
    'NaN',
    'zoom_sdk_key',
    'zoomVideoApiKey',
    'JWT_API_SECRET',
    'client_id',
    'sdkApiKey',
    `<${'x'.repeat(98)}>`,
    '',
  ].filter(Boolean),
)('%s is a placeholder', (text) => {
  expect(isPlaceholder(text)).toBe(true)
})

test.each([
  'xu3JPaA_RJW2-9l5_HAaLA',
  'abc',
  // Random, with a beginning or an end like a word's.
  'My-bC27jKnQk8d2vYw0LzN5hRt7uXa3bCeF',
  'add_27jKnQk8d2vYw0LzNh',
  'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmhere',
  'secret',
  'xx',
  '**',
  '..',
  '__',
  '<a',
  'a>',
  '{a}',
  '{{a}',
  'x{{a}}',
  '{{a}}x',
  '\x24{a',
  '%a',
  'a%',
  'a<b>',
  '<b>a',
  'xxxa',
  'axxx',
  'null1',
  'not null',
  'this_todo',
  'my',
  'my_',
  'mykey',
  'dummy_key',
  'my_monkey',
  'my_keys',
  'thesdk_key_id2',
  'a_client_id',
  'client_id_a',
  'key_here_now',
  'zoom_key',
  'video_id',
  `<${'x'.repeat(99)}>`,
  'a.b',
  'clé-日本',
  'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq',
])('%s is no placeholder', (text) => {
  expect(isPlaceholder(text)).toBe(false)
})

/**
 * 100,000 random texts in base62 and as many in base64url, cut from one long one of each. They are the
 * same at each run: of real keys about one in 300 million reads as `my-…-id`.
 */
function randomTexts(length: number): readonly string[] {
  const bytes = createHash('shake256', { outputLength: 100_000 * length })
    .update('keys')
    .digest()
  const base64url = bytes.toString('base64url')
  return [base64url, base64url.replace(/[-_]/g, '')].flatMap((text) =>
    Array.from({ length: 100_000 }, (_, i) => text.slice(i * length, (i + 1) * length)),
  )
}

test.each([22, 32, 36])('random keys of %i characters are no placeholders', (length) => {
  expect(randomTexts(length).filter(isPlaceholder)).toEqual([])
})
