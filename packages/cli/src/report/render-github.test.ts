import { expect, test } from 'vitest'
import { finding, hostileName, report } from '../../testing/report.ts'
import { renderGithub } from './render-github.ts'

test('each finding is a command, and the totals follow', () => {
  const manual = finding({ severity: 'note', fixable: false, manual: { reason: 'Not sure.' } })
  expect(renderGithub(report([finding(), manual]))).toBe(
    [
      '::error file=src/sign.js,line=7,endLine=7,col=10,endColumn=98,title=legacy-hmac-code::This code makes the old base64 HMAC signature. Sign a JWT. sigshift migrate rewrites it. https://sigshift.github.io/sigshift/issues/legacy-hmac-code',
      '::notice file=src/sign.js,line=7,endLine=7,col=10,endColumn=98,title=legacy-hmac-code::This code makes the old base64 HMAC signature. Sign a JWT. Not sure. https://sigshift.github.io/sigshift/issues/legacy-hmac-code',
      'Scanned 2 files, parsed 1, skipped none.',
      'Found 2: 1 rewritable, 1 by hand.',
      '',
    ].join('\n'),
  )
})

test('a place over several lines has no columns', () => {
  expect(renderGithub(report([finding({ endLine: 9 })]))).toContain(
    '::error file=src/sign.js,line=7,endLine=9,title=legacy-hmac-code::',
  )
})

test('a hostile name stays inside its property', () => {
  const text = renderGithub(report([finding({ file: hostileName })]))
  expect(text.split('\n')[0]).toMatch(
    /^::error file=a%0A%3A%3Aerror%3A%3Ax%2Cb%3Ac%2525\\u\{1b\}\[31m\\u\{202e\}\|`\.js,line=7,/,
  )
  expect(text.match(/^::/gm)).toHaveLength(1)
})
