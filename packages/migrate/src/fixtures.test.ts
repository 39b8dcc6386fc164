import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { faultsOf } from '../testing/check-token.ts'
import { createRunFilter, type Fixture, readFixtures } from '../testing/fixtures.ts'
import { runOutput } from '../testing/run-output.ts'
import { grammarFiles } from './edge/grammar-files.ts'
import type { ScanReport } from './finding.ts'
import { applyEdits } from './rewrite/edit.ts'
import { scan } from './scan.ts'

const scanText = (fixture: Fixture, text: string, standalone: boolean): Promise<ScanReport> =>
  scan([{ path: `${fixture.name}${fixture.extension}`, text }], {
    grammars: grammarFiles,
    standalone,
  })

async function rewritten(fixture: Fixture, text: string, standalone: boolean): Promise<string> {
  const { rewrites } = await scanText(fixture, text, standalone)
  return rewrites.reduce((code, { edits }) => applyEdits(code, edits), text)
}

/** `UPDATE_FIXTURES=1` writes what comes out, to be read before it is kept. */
const updating = process.env.UPDATE_FIXTURES === '1'
const isRun = createRunFilter()

function expected(
  fixture: Fixture,
  part: 'output' | 'standalone',
  code: string,
): string | undefined {
  if (
    updating &&
    code !== fixture.input &&
    (part === 'output' || fixture.standalone !== undefined)
  ) {
    writeFileSync(fixture.pathOf(part + fixture.extension), code)
    return code
  }
  return fixture[part]
}

describe.each(readFixtures())('$language/$name', (fixture) => {
  const { name, input } = fixture
  const runs = fixture.driver !== undefined && isRun(fixture)

  if (name.startsWith('skip-')) {
    test('is left alone, without a finding', async () => {
      expect((await scanText(fixture, input, false)).findings).toEqual([])
    })
    return
  }

  test('is found', async () => {
    const { findings } = await scanText(fixture, input, false)
    if (fixture.findings) expect(findings).toMatchObject(fixture.findings)
    else expect(findings.length).toBeGreaterThan(0)
  })

  if (name.startsWith('manual-')) {
    test('is left alone', async () => {
      expect(await rewritten(fixture, input, false)).toBe(input)
    })
    if (!runs) return
    test('comes with code to paste that signs', async (context) => {
      const { findings } = await scanText(fixture, input, false)
      const run = runOutput(fixture, findings[0]?.manual?.replacement ?? '')
      if ('skipped' in run) return context.skip(run.skipped)
      expect(faultsOf(run.printed, Math.floor(Date.now() / 1000))).toEqual([])
    })
    return
  }

  for (const part of ['output', 'standalone'] as const) {
    if (fixture[part] === undefined && !(updating && part === 'output')) continue
    test(`becomes the ${part}, which stays as it is and signs`, async (context) => {
      const code = await rewritten(fixture, input, part === 'standalone')
      expect(code).toBe(expected(fixture, part, code))
      expect(await rewritten(fixture, code, part === 'standalone')).toBe(code)
      if (!runs) return
      const run = runOutput(fixture, code)
      if ('skipped' in run) return context.skip(run.skipped)
      expect(faultsOf(run.printed, Math.floor(Date.now() / 1000))).toEqual([])
    })
  }

  test.skipIf(updating)('has an output', () => {
    expect(fixture.output ?? fixture.findings).toBeDefined()
  })
})
