import { type ErrorCode, errorCodes, symptoms, type View } from '@sigshift/spec'
import { code, plain, prose, sourceCell, table } from './markdown.ts'

const views: readonly (readonly [View, string])[] = [
  ['client', 'Client view (`ZoomMtg`)'],
  ['component', 'Component view (`ZoomMtgEmbedded`)'],
  ['native', 'Native SDKs'],
]

function serverWords({ serverAnswers = [] }: ErrorCode): string {
  const named = serverAnswers.flatMap(({ stage, code: number, text }) => {
    if (text === undefined && stage !== 'connection') return []
    const words = text === undefined ? '' : ` ${prose(text)}`
    return [`${number}${words}${stage === 'connection' ? ' (later stage)' : ''}`]
  })
  const bare = serverAnswers.filter(
    ({ stage, text }) => text === undefined && stage !== 'connection',
  )
  return [bare.map(({ code: number }) => number).join(', '), ...named].filter(Boolean).join('<br>')
}

function symptomOf({ code: number, text, view }: ErrorCode): string {
  const found = symptoms.find(
    (symptom) =>
      symptom.errorCode === number && symptom.text === text && symptom.views.includes(view),
  )
  return found ? `[${plain(text)}](/symptoms/${found.slug})` : plain(text)
}

function rowOf(row: ErrorCode): readonly string[] {
  const { code: number, name, platform, since, until, sources } = row
  const versions = [since && `from ${since}`, until && `up to ${until}`].filter(Boolean).join(' ')
  return [
    String(number),
    symptomOf(row) || 'no English text',
    [name && code(name), platform, versions].filter(Boolean).join('<br>'),
    serverWords(row),
    sourceCell(sources),
  ]
}

/** The codes of each view, as the SDK shows them. */
export function errorCodeTables(): string {
  return views
    .map(([view, title]) => {
      const rows = errorCodes.filter((row) => row.view === view).map(rowOf)
      const head = ['code', 'text', 'name, where', 'what the server said', 'sources']
      return `## ${title}\n\n${table(head, rows)}\n`
    })
    .join('\n')
}
