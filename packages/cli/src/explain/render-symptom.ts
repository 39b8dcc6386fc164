import { docsUrl, type View } from '@sigshift/spec'
import { headline } from '../terminal/headline.ts'
import { printable } from '../terminal/printable.ts'
import { renderIssues } from '../terminal/render-issues.ts'
import { createStyle } from '../terminal/style.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'
import type { ShownCode } from './error-code-answer.ts'
import type { ShownSymptom, SymptomAnswer } from './symptom-answer.ts'

/** So many causes are told in full, so many more by their titles. */
const toldInFull = 3
const listedByTitle = 7

function viewWords(views: readonly View[]): string {
  const where =
    views.length > 1
      ? `${views.slice(0, -1).join(', ')} and ${views.at(-1)} view`
      : `${views[0]} view`
  return where.replace('native view', 'native SDKs')
}

function nameOf({ text, errorCode, views }: ShownSymptom): string {
  const said = text === '' ? 'Nothing is shown' : `“${text}”`
  const code = errorCode === undefined ? [] : [`code ${errorCode}`]
  return `${said} (${[...code, viewWords(views)].join(', ')})`
}

/** `3625: “Meeting host is inactive.” (HOST_INACTIVE, client and component view)` */
function codeWords({ code, name, text, views, platform }: ShownCode): string {
  const said = text === '' ? (name ?? 'without a text') : `“${text}”`
  const where = platform === undefined ? viewWords(views) : `native SDKs, ${platform}`
  return `${code}: ${said} (${[...(text !== '' && name ? [name] : []), where].join(', ')})`
}

function paragraph(text: string, terminal: Terminal): readonly string[] {
  return wrap(printable(text), terminal.columns)
}

function bullets(texts: readonly string[], terminal: Terminal): readonly string[] {
  return texts.flatMap((text) =>
    wrap(printable(text), terminal.columns - 2).map((line, i) => `${i === 0 ? '- ' : '  '}${line}`),
  )
}

/** A code of which the SDK's tables tell more than any symptom. */
function renderCodes({ codes, sound }: SymptomAnswer, terminal: Terminal): readonly string[] {
  const { strong } = createStyle(terminal)
  const [first, ...others] = codes
  if (!first) return []
  const checks = [...new Set(codes.map(({ nextCheck }) => nextCheck))]
  return [
    ...headline(printable(codeWords(first)), sound, terminal),
    ...(others.length > 0
      ? [
          '',
          ...paragraph('The code also stands for:', terminal),
          ...bullets(others.map(codeWords), terminal),
        ]
      : []),
    '',
    ...(sound
      ? []
      : paragraph(
          'It is in the tables of Zoom’s SDK; no fault of a signature is known to cause it.',
          terminal,
        )),
    ...checks.flatMap((check) =>
      wrap(printable(`Look next: ${check}`), terminal.columns).map(strong),
    ),
    `${docsUrl}/error-codes`,
  ]
}

function renderUnknown({ error, nearest }: SymptomAnswer, terminal: Terminal): readonly string[] {
  return [
    ...headline(
      `No message of Zoom’s SDKs is known that reads “${printable(error).slice(0, 200)}”`,
      false,
      terminal,
    ),
    ...(nearest.length > 0
      ? [
          '',
          ...paragraph('Messages that are like it:', terminal),
          ...bullets(
            nearest.map((text) => `“${text}”`),
            terminal,
          ),
        ]
      : []),
    '',
    ...paragraph(
      'Give all that is shown: the number (errorCode), the text (errorMessage, reason), or the line in the browser’s console, such as --error "3712" or --error "Signature is invalid.". The signature itself says more: sigshift explain <token>',
      terminal,
    ),
  ]
}

/** The causes after the first few, by their titles; a message such as 3712 has some forty. */
function renderOthers(causes: ShownSymptom['causes'], terminal: Terminal): readonly string[] {
  if (causes.length === 0) return []
  const titles = causes.slice(0, listedByTitle).map(({ title, code }) => `${title} (${code})`)
  const left = causes.length - titles.length
  return [
    '',
    ...paragraph('Less likely:', terminal),
    ...bullets(titles, terminal),
    ...(left > 0
      ? paragraph(
          `and ${left} more, which --json lists. The signature itself tells which it is: sigshift explain <token>`,
          terminal,
        )
      : []),
  ]
}

function renderCauses(
  { sound, matches: [best] }: SymptomAnswer,
  seen: ReadonlySet<string>,
  terminal: Terminal,
): readonly string[] {
  const causes = best?.causes ?? []
  const proven = causes.filter(({ code }) => seen.has(code))
  if (sound) return paragraph('Nothing is wrong; the message is harmless.', terminal)
  if (proven.length > 0) {
    const titles = proven.map(({ title, code }) => `${title} (${code})`)
    return [
      ...paragraph('The signature above shows what makes this message:', terminal),
      ...bullets(titles, terminal),
    ]
  }
  const told = causes.slice(0, toldInFull).map((cause) => ({ ...cause, evidence: [] }))
  return [
    ...paragraph('Likely causes, most likely first:', terminal),
    ...renderIssues(told, terminal),
    ...renderOthers(causes.slice(toldInFull), terminal),
  ]
}

/**
 * What a message stands for: likely causes, what to look at next, and what else it may be. Where the
 * token is known as well, `seen` has the codes of its issues, which prove a cause.
 */
export function renderSymptom(
  answer: SymptomAnswer,
  seen: ReadonlySet<string>,
  terminal: Terminal,
): readonly string[] {
  const { strong } = createStyle(terminal)
  const [best, ...rest] = answer.matches
  const others = [...rest.map(nameOf), ...answer.codes.map(codeWords)]
  if (!best) {
    return answer.codes.length > 0 ? renderCodes(answer, terminal) : renderUnknown(answer, terminal)
  }
  return [
    ...headline(printable(nameOf(best)), answer.sound, terminal),
    '',
    ...renderCauses(answer, seen, terminal),
    '',
    ...wrap(printable(`Look next: ${best.nextCheck}`), terminal.columns).map(strong),
    best.url,
    ...(others.length > 0
      ? ['', ...paragraph('It may also be:', terminal), ...bullets(others, terminal)]
      : []),
  ]
}
