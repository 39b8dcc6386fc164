import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { recordReads } from './read-files.ts'
import { watchFiles } from './watch-files.ts'

const readText = (path: string): string => readFileSync(path, 'utf8')

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-watch-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Reads a file and watches it; it is read again at each change, as the rotation does. */
function watchOne(path: string): ReturnType<typeof vi.fn> {
  const onChange = vi.fn()
  const follow = (): void => {
    const reads = recordReads(readText)
    try {
      reads.readText(path)
    } catch {
      // It is watched all the same.
    }
    watch.follow(reads.files)
  }
  const watch = watchFiles({
    readText,
    onChange: () => {
      onChange()
      follow()
    },
    onFailure: () => undefined,
    everyMs: 50,
  })
  onTestFinished(watch.close)
  follow()
  return onChange
}

test.each<[string, (folder: string) => string, (folder: string) => void]>([
  [
    'is written in the folder that a link goes to',
    (folder) => {
      mkdirSync(join(folder, 'elsewhere'))
      writeFileSync(join(folder, 'elsewhere', 'secret'), 'old')
      mkdirSync(join(folder, 'here'))
      symlinkSync(join(folder, 'elsewhere', 'secret'), join(folder, 'here', 'secret'))
      return join(folder, 'here', 'secret')
    },
    (folder) => writeFileSync(join(folder, 'elsewhere', 'secret'), 'new'),
  ],
  [
    'is in a folder that another is put in place of',
    (folder) => {
      mkdirSync(join(folder, 'here'))
      writeFileSync(join(folder, 'here', 'secret'), 'old')
      return join(folder, 'here', 'secret')
    },
    (folder) => {
      mkdirSync(join(folder, 'next'))
      writeFileSync(join(folder, 'next', 'secret'), 'new')
      renameSync(join(folder, 'here'), join(folder, 'before'))
      renameSync(join(folder, 'next'), join(folder, 'here'))
    },
  ],
  [
    'is in a folder that comes later',
    (folder) => join(folder, 'here', 'secret'),
    (folder) => {
      mkdirSync(join(folder, 'here'))
      writeFileSync(join(folder, 'here', 'secret'), 'new')
    },
  ],
  [
    'is behind the link that Kubernetes swaps',
    (folder) => {
      mkdirSync(join(folder, '..one'))
      mkdirSync(join(folder, '..two'))
      writeFileSync(join(folder, '..one', 'secret'), 'old')
      writeFileSync(join(folder, '..two', 'secret'), 'new')
      symlinkSync('..one', join(folder, '..data'))
      symlinkSync(join('..data', 'secret'), join(folder, 'secret'))
      return join(folder, 'secret')
    },
    (folder) => {
      symlinkSync('..two', join(folder, '..data_tmp'))
      renameSync(join(folder, '..data_tmp'), join(folder, '..data'))
      rmSync(join(folder, '..one'), { recursive: true })
    },
  ],
])('a change is seen of a file that %s', async (_, prepare, change) => {
  const folder = createFolder()
  const onChange = watchOne(prepare(folder))
  change(folder)
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), 5000)
})

test('what is written again without a change is none', async () => {
  const folder = createFolder()
  const path = join(folder, 'secret')
  writeFileSync(path, 'same')
  const onChange = watchOne(path)
  writeFileSync(path, 'same')
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(onChange).not.toHaveBeenCalled()
})
