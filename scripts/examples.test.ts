import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { findExamples, toProgram } from './examples.ts'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)

const paths = globSync(
  ['packages/{spec,signer,legacy-detector,compat,migrate}/{README.md,src/**/*.ts}', 'README.md'],
  { cwd: root, exclude: (path) => /node_modules|\.test\.ts$/.test(path) },
)
const examples = paths.flatMap((path) => findExamples(path, readFileSync(join(root, path), 'utf8')))

/** Examples run as a user's program would: by the package's name, in a process of their own. */
async function runExample(path: string, program: string): Promise<void> {
  const cwd = path.startsWith('packages/')
    ? join(root, path.split('/').slice(0, 2).join('/'))
    : join(root, 'packages/compat')
  const args = ['--conditions=@sigshift/source', '--input-type=module-typescript', '-e', program]
  await run(process.execPath, args, { cwd: cwd || dirname(path), timeout: 20_000 })
}

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(10)
})

test.concurrent.each(examples)('$path:$line does what it says', async (example) => {
  await runExample(example.path, toProgram(example))
})

test('an example that lies fails', async () => {
  const [example] = findExamples(
    'packages/spec/src/a.ts',
    '/**\n * ```ts\n * 1 + 1 // => 3\n * ```\n */',
  )
  await expect(runExample('packages/spec/src/a.ts', toProgram(example as never))).rejects.toThrow(
    /2 !== 3/,
  )
})

test('a value may stand on the line below its expression', () => {
  const [example] = findExamples('a.md', '```ts\nconst a = 1\nf(a)\n// => { b: 1 }\n```\n')
  expect(toProgram(example as never)).toContain('assert__.deepEqual(f(a), { b: 1 })')
})
