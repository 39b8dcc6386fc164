import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log, Region } from 'sarif'
import { afterEach, expect, test } from 'vitest'
import { call } from '../../testing/call.ts'
import { createTree, oldCode, removeTrees } from '../../testing/tree.ts'

afterEach(removeTrees)

/** As an editor does it: by lines and columns, from the end. */
function applyRegions(
  text: string,
  edits: readonly { readonly region: Region; readonly inserted: string }[],
): string {
  const lines = text.split('\n')
  const at = (line = 1, column = 1): number =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1
  return [...edits].reverse().reduce((result, { region, inserted }) => {
    const [start, end] = [
      at(region.startLine, region.startColumn),
      at(region.endLine, region.endColumn),
    ]
    return result.slice(0, start) + inserted + result.slice(end)
  }, text)
}

test('the fixes of SARIF make what migrate writes, in CRLF and with emoji too', async () => {
  const files = {
    'sign.js': oldCode.replace("'crypto')", "'crypto') // 👍 é").replaceAll('\n', '\r\n'),
    'package.json': '{\n  "dependencies": {}\n}\n',
  }
  const [byEditor, byMigrate] = [await createTree(files), await createTree(files)]
  const { stdout } = await call(['scan', '--format', 'sarif'], { cwd: byEditor })
  const [result] = (JSON.parse(stdout) as Log).runs[0]?.results ?? []
  for (const change of result?.fixes?.[0]?.artifactChanges ?? []) {
    const path = join(byEditor, change.artifactLocation.uri ?? '')
    const edits = change.replacements.map(({ deletedRegion, insertedContent }) => ({
      region: deletedRegion,
      inserted: insertedContent?.text ?? '',
    }))
    await writeFile(path, applyRegions(await readFile(path, 'utf8'), edits))
  }
  await call(['migrate', '--write'], { cwd: byMigrate })
  for (const file of Object.keys(files)) {
    const text = await readFile(join(byEditor, file), 'utf8')
    expect(text).toContain('@sigshift/signer')
    expect(text).toBe(await readFile(join(byMigrate, file), 'utf8'))
  }
})

test('a fix that would show a secret is left out', async () => {
  const secret = 'k7Rq2Zx9Lm4Tn8Vb3Wc6'
  const cwd = await createTree({
    'sign.js': oldCode.replace('apiSecret).update', `'${secret}').update`),
  })
  const { stdout } = await call(['scan', '--format', 'sarif'], { cwd })
  expect(stdout).not.toContain(secret)
  expect(JSON.parse(stdout).runs[0].results[0].fixes).toBe(undefined)
})
