import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import Ajv from 'ajv-draft-04'
import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import { finding, hostileName, report } from '../../testing/report.ts'
import { renderSarif } from './render-sarif.ts'
import type { Report } from './report.ts'

// The schema of OASIS as Microsoft packs it; the one of errata 01 differs from it only in asking
// for a start of every region, and in types of members that `enum` fixes already.
const validate = new Ajv.default({
  strict: false,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(schema)

const all: Report = report(
  [
    finding(),
    finding({ file: hostileName, severity: 'note', code: 'legacy-env-name' }),
    finding({ code: 'secret-in-frontend', fixable: false, manual: { reason: 'Rotate it.' } }),
  ],
  {
    suppressed: [
      finding({ suppressed: { by: 'configuration' } }),
      finding({ suppressed: { by: 'baseline' } }),
      finding({ suppressed: { by: 'comment', reason: 'for the old server' } }),
    ],
    placed: [
      {
        file: 'src/sign.js',
        needs: [],
        edits: [
          { startLine: 1, startColumn: 1, endLine: 1, endColumn: 9, text: '' },
          { startLine: 7, startColumn: 10, endLine: 7, endColumn: 98, text: 'sign()' },
        ],
      },
      {
        file: 'package.json',
        needs: ['src/sign.js', 'src/other.js'],
        edits: [{ startLine: 3, startColumn: 1, endLine: 4, endColumn: 1, text: '' }],
      },
      {
        file: 'src/other.js',
        needs: [],
        edits: [{ startLine: 1, startColumn: 1, endLine: 1, endColumn: 2, text: 'x' }],
      },
      { file: 'web/package.json', needs: [], edits: [] },
    ],
  },
)

describe('SARIF', () => {
  test.each([
    ['without findings', report([])],
    ['with all kinds', all],
  ])('%s is valid by the official schema', (_, given) => {
    const log = JSON.parse(renderSarif(given))
    validate(log)
    expect(validate.errors).toBe(null)
    for (const { locations } of log.runs[0].results) {
      expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(0)
    }
  })

  test('the schema refuses what is wrong', () => {
    const log = JSON.parse(renderSarif(all))
    log.runs[0].results[0].level = 'fatal'
    expect(validate(log)).toBe(false)
  })

  test('rules come from the catalogue, and results point to them', () => {
    const [run] = (JSON.parse(renderSarif(all)) as Log).runs
    const rules = run?.tool.driver.rules ?? []
    expect(rules.map(({ id, helpUri }) => [id, helpUri])).toEqual(
      ['legacy-env-name', 'legacy-hmac-code', 'secret-in-frontend'].map((id) => [
        id,
        `https://sigshift.github.io/sigshift/issues/${id}`,
      ]),
    )
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId)
    }
  })

  test('names are URIs below the root of the source', () => {
    const [run] = (JSON.parse(renderSarif(all)) as Log).runs
    const uris = run?.results?.map(({ locations }) => {
      return locations?.[0]?.physicalLocation?.artifactLocation
    })
    expect(uris?.[0]).toEqual({ uri: 'src/sign.js', uriBaseId: '%SRCROOT%' })
    expect(uris?.[1]?.uri).toBe('a%0A%3A%3Aerror%3A%3Ax%2Cb%3Ac%2525%1B%5B31m%E2%80%AE%7C%60.js')
  })

  test('what does not count is there, suppressed', () => {
    const [run] = (JSON.parse(renderSarif(all)) as Log).runs
    expect(run?.results?.map(({ suppressions }) => suppressions)).toEqual([
      undefined,
      undefined,
      undefined,
      [{ kind: 'external', justification: 'by the configuration' }],
      [{ kind: 'external', justification: 'by the baseline' }],
      [{ kind: 'inSource', justification: 'for the old server' }],
    ])
  })

  test('what can be rewritten carries the edits, with those of the files that go with it', () => {
    const [run] = (JSON.parse(renderSarif(all)) as Log).runs
    const [first, ...others] = run?.results ?? []
    const [fix] = first?.fixes ?? []
    expect(fix?.artifactChanges.map(({ artifactLocation }) => artifactLocation.uri)).toEqual([
      'src/sign.js',
      'package.json',
      'src/other.js',
    ])
    expect(fix?.artifactChanges[0]?.replacements).toEqual([
      { deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 9 } },
      {
        deletedRegion: { startLine: 7, startColumn: 10, endLine: 7, endColumn: 98 },
        insertedContent: { text: 'sign()' },
      },
    ])
    expect(others.flatMap(({ fixes = [] }) => fixes)).toEqual([])
  })

  test('no fix is given where a file that goes with it is not known', () => {
    const placed = all.placed.filter(({ file }) => file !== 'src/other.js')
    const [run] = (JSON.parse(renderSarif({ ...all, placed })) as Log).runs
    expect(run?.results?.[0]?.fixes).toBe(undefined)
  })
})
