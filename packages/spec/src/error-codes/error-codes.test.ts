import tables from '@sigshift/vectors/sdk-errortables.json' with { type: 'json' }
import answers from '@sigshift/vectors/sdk-server-answers.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { sourceUrl } from '../source.ts'
import { clientErrorCodes } from './client-error-codes.ts'
import { componentErrorCodes } from './component-error-codes.ts'
import type { ErrorCode, ServerAnswer } from './error-code.ts'
import { errorCodes } from './error-codes.ts'
import { nativeErrorCodes } from './native-error-codes.ts'

type CodeTable = Record<string, Record<string, number>>
type Texts = Record<string, string | null>

const current = tables.versions[0]
const rowsOf: Record<'client' | 'component', readonly ErrorCode[]> = {
  client: clientErrorCodes,
  component: componentErrorCodes,
}

// Read at run time only: the file's rows differ in shape from version to version.
const tableOf = (view: 'client' | 'component') =>
  current?.[view] as unknown as {
    readonly errorCodes: Record<string, number>
    readonly clientCodes?: Record<string, number>
    readonly serverCodeToSdkCode: CodeTable
    readonly gatewayCodeToSdkCode: CodeTable
    readonly textsEnUS: Texts
  }

const isNow = ({ until }: ErrorCode) => until === undefined

describe('every row', () => {
  test('is one of a kind', () => {
    const keys = errorCodes.map(({ view, platform, code, text, name, since }) =>
      [view, platform, code, text, name, since].join('|'),
    )

    expect(new Set(keys).size).toBe(keys.length)
  })

  test('stands in the table of its view', () => {
    for (const { view } of clientErrorCodes) expect(view).toBe('client')
    for (const { view } of componentErrorCodes) expect(view).toBe('component')
    for (const { view } of nativeErrorCodes) expect(view).toBe('native')
  })

  test('names sources of a known form', () => {
    for (const { sources } of errorCodes) {
      for (const source of sources) expect(source === 'inferred' || sourceUrl(source)).toBeTruthy()
    }
  })

  test('has a name or a text to tell it by', () => {
    const nameless = errorCodes.filter(({ name, text }) => name === undefined && text === '')

    // These have neither in the package.
    expect(nameless.map(({ view, code }) => `${view} ${code}`)).toEqual([
      'client 3630',
      'client 4007',
      'client 4008',
      'client 4019',
      'component 3630',
      'component 3709',
    ])
  })
})

describe.each(['client', 'component'] as const)('the %s view of 6.2.0', (view) => {
  const table = tableOf(view)
  const rows = rowsOf[view].filter(isNow)

  test('has every code that the package names, under that name', () => {
    for (const [name, code] of Object.entries({ ...table.errorCodes, ...table.clientCodes })) {
      const names = rows.filter((row) => row.code === code).map((row) => row.name)
      expect(names, `${code}`).toContain(name)
    }
  })

  test.each(['serverCodeToSdkCode', 'gatewayCodeToSdkCode'] as const)(
    'has every code of %s, with its English text',
    (key) => {
      for (const [text, code] of Object.values(table[key]).flatMap(Object.entries)) {
        const english = text.startsWith('apac.') ? table.textsEnUS[text] : text
        const texts = rows.filter((row) => row.code === code).map((row) => row.text)
        if (english) expect(texts).toContain(english)
        else expect(texts).not.toEqual([])
      }
    },
  )

  const recorded = answers.filter(
    ({ sdkVersion, view: seenIn, errorCode, serverAnswer }) =>
      sdkVersion === '6.2.0' &&
      seenIn === view &&
      errorCode !== null &&
      /^-?\d/.test(serverAnswer) &&
      !/unknown code/.test(serverAnswer),
  )

  test.each(recorded)('reports $errorCode to the answer $serverAnswer', (recording) => {
    const code = Number.parseInt(recording.serverAnswer, 10)
    const text = /"(.*)"/.exec(recording.serverAnswer)?.[1]
    const fits = (answer: ServerAnswer) =>
      answer.stage === 'info' &&
      answer.code === code &&
      (answer.text === undefined || answer.text === text)
    const found = rows.filter((row) => row.serverAnswers?.some(fits))
    // A row that asks for the very text goes before one that takes any.
    const exact = found.filter((row) =>
      row.serverAnswers?.some((answer) => fits(answer) && answer.text !== undefined),
    )

    expect((exact.length > 0 ? exact : found).map((row) => row.code)).toEqual([recording.errorCode])
  })
})

test('a code that neither view of 6.2.0 knows is told for the versions that did', () => {
  for (const row of [...clientErrorCodes, ...componentErrorCodes]) {
    if (row.until === undefined) continue
    expect(row.sources.some((source) => !source.includes('6.2.0'))).toBe(true)
  }
})
