import { afterEach, expect, test } from 'vitest'
import { createTree, removeTrees } from '../../testing/tree.ts'
import { SdkMajors } from './sdk-major.ts'

afterEach(removeTrees)

const manifest = (version: string): string =>
  `{ "dependencies": { "@zoom/meetingsdk": "${version}" } }`
const page = (version: string): string =>
  `<script src="https://source.zoom.us/${version}/lib/vendor/react.min.js"></script>`

async function majorOf(
  files: Readonly<Record<string, string>>,
  path: string,
): Promise<number | undefined> {
  const majors = new SdkMajors(await createTree({ '.git/HEAD': '', ...files }))
  return majors.ofFile(path, files[path] ?? '')
}

test('each package of a monorepo has its own', async () => {
  const files = {
    'package.json': manifest('^3.0.0'),
    'packages/a/package.json': manifest('^4.0.0'),
    'packages/b/package.json': '{}',
  }
  expect(await majorOf(files, 'packages/a/src/deep/join.js')).toBe(4)
  expect(await majorOf(files, 'packages/b/join.js')).toBe(3)
})

test('a lockfile tells what a manifest leaves open', async () => {
  const lock = '"@zoom/meetingsdk@latest":\n  version "5.1.0"\n'
  const files = { 'package.json': manifest('latest'), 'yarn.lock': lock }
  expect(await majorOf(files, 'join.js')).toBe(5)
})

test('a page tells it of itself before its folder, and of the code beside it', async () => {
  const files = { 'package.json': manifest('^4.0.0'), 'old/index.html': page('2.9.5') }
  expect(await majorOf(files, 'old/index.html')).toBe(2)
  expect(await majorOf(files, 'old/js/join.js')).toBe(2)
  expect(await majorOf(files, 'new/join.js')).toBe(4)
})

test('nothing above the repository counts, and nothing at all is no version', async () => {
  expect(await majorOf({ 'a/package.json': '{}' }, 'a/join.js')).toBe(undefined)
  const files = { 'package.json': manifest('^4.0.0'), 'a/.git': '' }
  expect(await majorOf(files, 'a/join.js')).toBe(undefined)
})
