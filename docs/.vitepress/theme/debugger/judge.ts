import { type Detection, detect, identifySource, lookUpSymptom } from '@sigshift/legacy-detector'
import { describeValue, type IssueCode, issueCatalogue } from '@sigshift/spec'
import { judgeToken, symptomRow } from './judge-token.ts'
import type {
  CauseRow,
  Judgement,
  Question,
  SourceJudgement,
  SymptomJudgement,
} from './judgement.ts'

const mostMatches = 4

function causeRow(code: IssueCode): CauseRow {
  const { title, remedy } = issueCatalogue[code]
  return { code, title, remedy }
}

function judgeSymptom(text: string): SymptomJudgement | undefined {
  const found = lookUpSymptom(text).slice(0, mostMatches)
  const first = found[0]
  if (!first) return undefined
  const cause = first.causes[0]
  const likely = cause
    ? `Likeliest cause: ${issueCatalogue[cause].title}.`
    : 'It is harmless: nothing is wrong with the signature.'
  return {
    kind: 'symptom',
    summary: `A message of the SDK. ${likely}`,
    matches: found.map(({ symptom, causes, nextCheck }) => ({
      ...symptomRow(symptom),
      nextCheck,
      causes: causes.map(causeRow),
    })),
  }
}

function yearsText(years: { from: number; until?: number } | undefined): string {
  if (!years) return 'no published sample'
  const { from, until } = years
  return until === from ? `published ${from}` : `published ${from} to ${until ?? 'today'}`
}

function judgeSource(text: string): SourceJudgement | undefined {
  const found = identifySource(text).slice(0, mostMatches)
  const first = found[0]
  if (!first) return undefined
  const wrong = first.wrong[0]
  const verdict = wrong ? `${issueCatalogue[wrong].title}.` : 'The token that it makes is sound.'
  return {
    kind: 'source',
    language: first.language,
    summary: `Code that signs: ${first.title}. ${verdict}`,
    matches: found.map(({ title, years, matched, wrong: codes }) => ({
      title,
      years: yearsText(years),
      matched,
      wrong: codes.map(causeRow),
    })),
  }
}

/** Code that signs or joins and follows no sample: what is wrong with it, its parser may still see. */
function judgeOtherCode(text: string): SourceJudgement | undefined {
  if (!/hmac|HS256|\bjwt[.:(]|\bZoomMtg\.\w+\(/i.test(text)) return undefined
  return {
    kind: 'source',
    language: 'any',
    summary: 'Code that signs or joins, and follows no sample that is known here.',
    matches: [],
  }
}

/** A token has none of these; a call, an assignment or a block has. */
const looksLikeCode = /[({][\s\S]*[)}]|=>|;\s*\n/

/** No token is near as long. */
const longestToken = 100_000
/** Enough of a longer text to see blanks in it, or a token at its beginning. */
const head = 8_000

/** Reads at most the beginning of a long text that has blanks in it, and so is no token. */
function detectToken(text: string): Detection {
  const beginning = text.slice(0, head)
  if (text.length <= longestToken || !/\s/.test(beginning)) return detect(text)
  const found = detect(beginning)
  if (found.format !== 'unknown') return found
  const seen = found.seen === describeValue(found.text) ? describeValue(text) : found.seen
  return { ...found, wrappers: [], text, seen }
}

/** Token, message or code: the first reading that makes sense of the text. Never throws. */
export function judge(question: Question): Judgement {
  const { text } = question
  if (text.trim() === '') return { kind: 'empty' }
  const isCode = looksLikeCode.test(text.slice(0, 20_000))
  const source = isCode ? judgeSource(text) : undefined
  if (source) return source
  const detection = detectToken(text)
  if (detection.format !== 'unknown') return judgeToken(detection, question)
  const other = judgeSymptom(text) ?? (isCode ? judgeOtherCode(text) : undefined)
  return other ?? judgeToken(detection, question)
}
