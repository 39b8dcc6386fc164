import { lookUpSymptom, type SymptomMatch } from '@sigshift/legacy-detector'
import { docsUrl, type View } from '@sigshift/spec'
import { type ShownIssue, toShownIssue } from '../shown-issue.ts'
import { lookUpCodes, type ShownCode } from './error-code-answer.ts'
import { nearestSymptoms } from './nearest-symptoms.ts'

/** One thing that the message may stand for. */
export interface ShownSymptom {
  readonly slug: string
  readonly text: string
  readonly errorCode?: number
  readonly views: readonly View[]
  readonly matchedBy: SymptomMatch['matchedBy']
  /** Most likely first; empty where the message is harmless. */
  readonly causes: readonly Omit<ShownIssue, 'evidence'>[]
  readonly nextCheck: string
  readonly url: string
}

/** What is known of a message. */
export interface SymptomAnswer {
  readonly error: string
  /** Whether it is known to be harmless. */
  readonly sound: boolean
  /** Best match first; empty where the message is not known. */
  readonly matches: readonly ShownSymptom[]
  /** What else its code stands for in the tables of the SDKs. */
  readonly codes: readonly ShownCode[]
  /** Known messages that are like it, where nothing else is known. */
  readonly nearest: readonly string[]
}

const mostMatches = 4

function toShownSymptom({ symptom, causes, nextCheck, matchedBy }: SymptomMatch): ShownSymptom {
  const { slug, text, errorCode, views } = symptom
  return {
    slug,
    text,
    ...(errorCode !== undefined && { errorCode }),
    views,
    matchedBy,
    causes: causes.map((code) => {
      const { evidence: _, ...words } = toShownIssue({ code, evidence: [] })
      return words
    }),
    nextCheck,
    url: `${docsUrl}/symptoms/${slug}`,
  }
}

export function answerSymptom(
  error: string,
  view: View | undefined,
  sdkVersion: string | undefined,
): SymptomAnswer {
  const options = { ...(view && { view }), ...(sdkVersion && { sdkVersion }) }
  const matches = lookUpSymptom(error, options).slice(0, mostMatches).map(toShownSymptom)
  const told = (code: number, text: string, views: readonly View[]): boolean =>
    matches.some(
      (match) =>
        (match.errorCode === code || (text !== '' && match.text === text)) &&
        views.some((each) => match.views.includes(each)),
    )
  const found = lookUpCodes(error, view)
  const codes = found.filter((each) => !told(each.code, each.text, each.views))
  const sound =
    matches[0]?.causes.length === 0 ||
    (matches.length === 0 && codes.some(({ code }) => code === 0))
  const nearest = matches.length + codes.length === 0 ? nearestSymptoms(error) : []
  return { error, sound, matches, codes, nearest }
}
