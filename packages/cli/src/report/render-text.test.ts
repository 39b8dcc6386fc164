import { describe, expect, test } from 'vitest'
import { finding, hostileName, report } from '../../testing/report.ts'
import { renderText } from './render-text.ts'

const terminal = { columns: 80, colour: false, unicode: true }

const manual = finding({
  code: 'secret-in-frontend',
  severity: 'error',
  title: 'A secret is in code that ships to users',
  remedy: 'Rotate the secret.',
  url: 'https://sigshift.github.io/sigshift/issues/secret-in-frontend',
  line: 12,
  fixable: false,
  confidence: 'medium',
  commentedOut: true,
  secretInBrowser: true,
  origin: 'a sample of 2020',
  notes: ['a note'],
  manual: { reason: 'Too odd.', replacement: 'first()\n  second()' },
})

describe('a scan as text', () => {
  test('beside the places, where there is room', () => {
    expect(renderText(report([finding(), manual]), terminal)).toBe(
      [
        '✗ 2 findings in 1 file',
        '',
        'src/sign.js',
        '  7:10    error: This code makes the old base64 HMAC signature',
        '          [legacy-hmac-code]',
        '          return Buffer.from(x)',
        '          sigshift migrate rewrites it.',
        '  12:10   error: A secret is in code that ships to users [secret-in-frontend]',
        '          return Buffer.from(x)',
        '          a note; follows a sample of 2020; commented out; the secret is in',
        '          reach of a browser: rotate it; medium confidence.',
        '          By hand: Too odd.',
        '',
        'legacy-hmac-code: Sign a JWT.',
        '  https://sigshift.github.io/sigshift/issues/legacy-hmac-code',
        'secret-in-frontend: Rotate the secret.',
        '  https://sigshift.github.io/sigshift/issues/secret-in-frontend',
        '',
        'Scanned 2 files, parsed 1, skipped none.',
        'Found 2: 1 rewritable, 1 by hand.',
        '',
      ].join('\n'),
    )
  })

  test('below them, where there is none', () => {
    expect(renderText(report([finding()]), { ...terminal, columns: 40 })).toBe(
      [
        '✗ 1 finding in 1 file',
        '',
        'src/sign.js',
        '  7:10',
        '    error: This code makes the old',
        '    base64 HMAC signature',
        '    [legacy-hmac-code]',
        '    return Buffer.from(x)',
        '    sigshift migrate rewrites it.',
        '',
        'legacy-hmac-code: Sign a JWT.',
        '  https://sigshift.github.io/sigshift/issues/legacy-hmac-code',
        '',
        'Scanned 2 files, parsed 1, skipped none.',
        'Found 1: 1 rewritable, 0 by hand.',
        '',
      ].join('\n'),
    )
  })

  test('a hostile name and a hostile line stay one line each', () => {
    const given = report([finding({ file: hostileName, snippet: 'a\u001b[2J\rb' })])
    const lines = renderText(given, { ...terminal, columns: 100 }).split('\n')
    expect(lines[2]).toBe('a\\u{a}::error::x,b:c%25\\u{1b}[31m\\u{202e}|`.js')
    expect(lines).toContain('          a\\u{1b}[2J\\u{d}b')
  })

  test('reasons for passing over files are counted, most frequent first', () => {
    const given = report([])
    const skipped = ['binary', 'too large', 'too large'].map((reason) => ({ file: 'x', reason }))
    const text = renderText(
      {
        ...given,
        summary: {
          ...given.summary,
          skipped,
          suppressed: { comment: 1, configuration: 0, baseline: 2 },
        },
      },
      terminal,
    )
    expect(text).toContain('skipped 3 (2 too large, 1 binary).\n')
    expect(text).toContain('\nNot counted: 1 ignored by a comment, 2 known from the baseline.\n')
  })
})

describe('a migration as text', () => {
  test('the diff comes first; what is left for a person comes with the code to paste', () => {
    const changes = [
      { file: 'src/a.js', codes: [], diff: '--- a\n+++ b\n', outcome: 'pending' },
    ] as const
    const given = report([finding({ file: 'src/a.js' }), manual], { command: 'migrate', changes })
    const lines = renderText(given, terminal).split('\n')
    expect(lines.slice(0, 4)).toEqual([
      '--- a',
      '+++ b',
      '',
      '✗ 1 file to be rewritten, 1 finding left for you',
    ])
    expect(lines.slice(10, 14)).toEqual([
      '          By hand: Too odd.',
      '          To paste:',
      '            first()',
      '              second()',
    ])
  })

  test('every outcome has words', () => {
    const outcomes = ['written', 'declined', 'missing', 'not-writable', 'outside-root'] as const
    const changes = outcomes.map((outcome) => ({ file: `${outcome}.js`, codes: [], outcome }))
    const text = renderText(report([], { command: 'migrate', changes }), terminal)
    expect(text).toContain(
      [
        '✗ 1 file rewritten, 4 files left as they are',
        '',
        'written.js: rewritten',
        'declined.js: left as it is',
        'missing.js: not written: it is gone',
        'not-writable.js: not written: it cannot be written',
        'outside-root.js: not written: it is no plain file inside the folder',
      ].join('\n'),
    )
  })
})
