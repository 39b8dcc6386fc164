import matrix from '@sigshift/vectors/sdk-matrix.json' with { type: 'json' }
import answers from '@sigshift/vectors/sdk-server-answers.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { errorCodes } from '../error-codes/error-codes.ts'
import { issueCatalogue } from '../issue-catalogue.ts'
import { sourceUrl } from '../source.ts'
import { joinParameters } from './join-parameters.ts'
import type { Symptom, View } from './symptom.ts'
import { symptoms } from './symptoms.ts'

interface Run {
  readonly sdkVersion: string
  readonly view: string
  /** What was tried: the broken token, or the server's answer. */
  readonly tried: string
}

interface Shown extends Run {
  readonly view: View
  readonly kind: 'exception' | 'console' | 'message'
  readonly text: string
}

const versions = ['3.13.2', '4.0.0', '5.1.4', '6.0.0', '6.1.0', '6.2.0']

// The first is an error object, whose reason the matrix has as errorMessage. The second came with
// every mocked answer of 4.0.0 and 5.1.4, whatever it said.
const notTold = ['{type: INVALID_OPERATION', "undefined (reading 'v1')"]
// Words that the mocked server chose itself.
const mockWords = new Set(['x', 'offline', 'login required', 'Some text the SDK does not know'])

const record = (
  { sdkVersion, view, tried }: Run,
  kind: Shown['kind'],
  text: string | null | undefined,
): readonly Shown[] =>
  text && !notTold.some((part) => text.includes(part))
    ? [{ sdkVersion, view: view as View, tried, kind, text }]
    : []

const shown: readonly Shown[] = [
  ...matrix.flatMap(({ shown: { thrown, console: lines, errorMessage }, case: tried, ...run }) => [
    ...record(
      { tried, ...run },
      'exception',
      thrown?.replace(/^(rejected|uncaught in page[^:]*): /, ''),
    ),
    ...(lines?.split(' | ') ?? []).flatMap((line) =>
      record({ tried, ...run }, 'console', line.replace(/^(warning|error): /, '')),
    ),
    ...record({ tried, ...run }, 'message', errorMessage),
  ]),
  ...answers.flatMap(({ uncaught, errorMessage, serverAnswer: tried, ...run }) => [
    ...record({ tried, ...run }, 'exception', uncaught),
    ...record({ tried, ...run }, 'message', errorMessage),
  ]),
]

// 3.13.2 wants the key in `join`, so each of its cases was run with and without it.
const caseOf = (tried: string): string => tried.replace(/ \(join (?:given|without) sdkKey\)$/, '')

const runs: readonly Run[] = [
  ...matrix.map(({ case: tried, sdkVersion, view }) => ({
    tried: caseOf(tried),
    sdkVersion,
    view,
  })),
  ...answers.map(({ serverAnswer: tried, sdkVersion, view }) => ({ tried, sdkVersion, view })),
]

const textsOf = ({ text, alsoShown = [] }: Symptom) =>
  [text, ...alsoShown].filter((wording) => wording !== '')

const shows = (symptom: Symptom, { view, text }: Shown) =>
  symptom.views.includes(view) && textsOf(symptom).some((wording) => text.includes(wording))

describe('every symptom', () => {
  test('has a slug of its own, in kebab case', () => {
    const slugs = symptoms.map(({ slug }) => slug)

    expect(new Set(slugs).size).toBe(slugs.length)
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  test.each(symptoms)('$slug names sources of a known form', ({ sources }) => {
    for (const source of sources) expect(source === 'inferred' || sourceUrl(source)).toBeTruthy()
  })

  test.each(symptoms)('$slug says in one short line what to look at next', ({ nextCheck }) => {
    expect(nextCheck.length).toBeLessThanOrEqual(160)
    expect(nextCheck).toMatch(/^[A-Z][^\n]+[.?]$/)
  })

  test.each(symptoms)('$slug names each cause once, and only known ones', ({ causes }) => {
    expect(new Set(causes).size).toBe(causes.length)
    for (const cause of causes) expect(issueCatalogue).toHaveProperty(cause)
  })

  test('has a text, unless it is silence', () => {
    for (const { text, place } of symptoms) expect(text === '').toBe(place === 'silence')
  })

  test('has a cause, unless nothing is wrong', () => {
    const sound = symptoms.filter(({ causes }) => causes.length === 0)

    expect(sound.map(({ slug }) => slug)).toEqual([
      'the-sdk-key-will-be-deprecated-in-the-signature',
    ])
  })

  test('names an error code only where its view has that code', () => {
    for (const { errorCode, views, slug } of symptoms) {
      if (errorCode === undefined) continue
      for (const view of views) {
        const known = errorCodes.some((row) => row.view === view && row.code === errorCode)
        expect(known, `${slug}: ${view} ${errorCode}`).toBe(true)
      }
    }
  })
})

describe('against the recordings', () => {
  test('every exception and console line of every version has a symptom in its view', () => {
    const missing = shown
      .filter(({ kind }) => kind !== 'message')
      .filter((line) => !symptoms.some((symptom) => shows(symptom, line)))

    expect(missing).toEqual([])
  })

  test('every text of 6.2.0 has a symptom or an error code in its view', () => {
    const missing = shown
      .filter(({ sdkVersion, text }) => sdkVersion === '6.2.0' && !mockWords.has(text))
      .filter((line) => !symptoms.some((symptom) => shows(symptom, line)))
      .filter(({ view, text }) => !errorCodes.some((row) => row.view === view && row.text === text))

    expect(missing).toEqual([])
  })

  const recorded = symptoms.filter(
    (symptom) =>
      (['exception', 'console'].includes(symptom.place) || joinParameters.includes(symptom)) &&
      shown.some((line) => shows(symptom, line)),
  )

  test.each(recorded)('$slug is bound where another version did not show it', (symptom) => {
    const seen = shown.filter((line) => shows(symptom, line))
    const positions = seen.map(({ sdkVersion }) => versions.indexOf(sdkVersion))
    const [first, last] = [Math.min(...positions), Math.max(...positions)]
    const silent = runs
      .filter((run) =>
        seen.some(({ tried, view }) => caseOf(tried) === run.tried && view === run.view),
      )
      .map(({ sdkVersion }) => versions.indexOf(sdkVersion))
      .filter((position) => !positions.includes(position))

    expect([symptom.since, symptom.until]).toEqual([
      silent.some((position) => position < first) ? versions[first] : undefined,
      silent.some((position) => position > last) ? versions[last] : undefined,
    ])
  })
})
