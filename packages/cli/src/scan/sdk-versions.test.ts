import { expect, test } from 'vitest'
import { sdkVersionsIn } from './sdk-versions.ts'

test.each([
  ['package.json', '{"dependencies":{"@zoom/meetingsdk": "^3.1.0"}}', '^3.1.0'],
  [
    'app/package-lock.json',
    '{"packages":{"node_modules/@zoom/meetingsdk": {\n  "version": "3.1.2",',
    '3.1.2',
  ],
  ['pnpm-lock.yaml', "packages:\n\n  '@zoom/meetingsdk@3.1.2':\n    resolution: {}\n", '3.1.2'],
  ['pnpm-lock.yaml', 'packages:\n\n  /@zoom/meetingsdk/3.1.2:\n    resolution: {}\n', '3.1.2'],
  ['yarn.lock', '"@zoom/meetingsdk@^3.1.0":\r\n  version "3.1.2"\r\n', '3.1.2'],
  ['yarn.lock', '"@zoom/meetingsdk@npm:^3.1.0":\n  version: 3.1.2\n', '3.1.2'],
])('%s names the version', (file, text, version) => {
  expect(sdkVersionsIn(file, text)).toEqual([{ package: '@zoom/meetingsdk', version, file }])
})

test('other files and packages name none', () => {
  expect(sdkVersionsIn('src/a.js', '"@zoom/meetingsdk": "3.1.0"')).toEqual([])
  expect(sdkVersionsIn('package.json', '{"@zoom/videosdk": "1.0.0"}')).toEqual([])
})
