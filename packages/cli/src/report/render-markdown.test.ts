import { expect, test } from 'vitest'
import { finding, hostileName, report } from '../../testing/report.ts'
import { renderMarkdown } from './render-markdown.ts'

test('findings are a table, changes are diffs, totals end it', () => {
  const manual = finding({
    line: 9,
    fixable: false,
    manual: { reason: 'A *reason*.', replacement: 'sign()\n```\n' },
  })
  const changes = [
    { file: 'src/sign.js', codes: [], diff: '--- a\n+++ b\n', outcome: 'pending' as const },
  ]
  expect(renderMarkdown(report([finding(), manual], { command: 'migrate', changes }))).toBe(
    [
      '## sigshift migrate',
      '',
      '| place | severity | what | how |',
      '|---|---|---|---|',
      '| `src/sign.js:7` | error | [This code makes the old base64 HMAC signature](https://sigshift.github.io/sigshift/issues/legacy-hmac-code "legacy-hmac-code") | rewritten by `sigshift migrate` |',
      '| `src/sign.js:9` | error | [This code makes the old base64 HMAC signature](https://sigshift.github.io/sigshift/issues/legacy-hmac-code "legacy-hmac-code") | by hand: A \\*reason\\*. |',
      '',
      'To paste at `src/sign.js:9`:',
      '',
      '````javascript',
      'sign()',
      '```',
      '````',
      '',
      '`src/sign.js` (pending):',
      '',
      '```diff',
      '--- a',
      '+++ b',
      '```',
      '',
      'Scanned 2 files, parsed 1, skipped none.',
      'Found 2: 1 rewritable, 1 by hand; would rewrite 1 file.',
      '',
    ].join('\n'),
  )
})

test('a hostile name breaks neither its row nor its code span', () => {
  const row = renderMarkdown(report([finding({ file: hostileName })])).split('\n')[4]
  expect(row).toMatch(
    /^\| ``a\\u\{a\}::error::x,b:c%25\\u\{1b\}\[31m\\u\{202e\}\\\|`\.js:7`` \| error \|/,
  )
})
