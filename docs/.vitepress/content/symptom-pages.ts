import { issueCatalogue, type Symptom, symptoms, type View } from '@sigshift/spec'
import { bare, code, frontmatter, list, plain, prose, sourceList } from './markdown.ts'

export const viewNames: Readonly<Record<View, string>> = {
  client: 'client view',
  component: 'component view',
  native: 'native SDKs',
}

const places: Readonly<Record<Symptom['place'], string>> = {
  'error-object': 'in the error object that the SDK hands to your code',
  exception: 'as an exception',
  console: 'in the browser’s console',
  page: 'on the page',
  network: 'in the network panel',
  announcement: 'in an announcement, a forum or a plugin, not in the SDK',
  silence: 'nowhere; the page waits and nothing is said',
}

function silenceTitle({ slug, views }: Symptom): string {
  const words = slug.replaceAll('-', ' ')
  const view = views.map((name) => viewNames[name]).join(', ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} (${view})`
}

/** The exact text, fit for Markdown; words for what shows no text. */
export function symptomTitle(symptom: Symptom): string {
  return plain(symptom.text === '' ? silenceTitle(symptom) : symptom.text)
}

/** The exact text with its code, for the title of the page: some texts have several codes. */
export function symptomPageTitle(symptom: Symptom): string {
  const { text, errorCode } = symptom
  if (text === '') return silenceTitle(symptom)
  return errorCode === undefined ? text : `${text} (${errorCode})`
}

function whereSeen({ place, views, since, until, errorCode }: Symptom): string {
  const versions =
    since || until
      ? `Web SDK ${since ? `from ${since}` : ''}${since && until ? ' ' : ''}${until ? `up to ${until}` : ''}`
      : ''
  return list(
    [
      `Where: ${places[place]}`,
      errorCode === undefined ? '' : `\`errorCode\`: ${code(String(errorCode))}`,
      `View: ${views.map((view) => viewNames[view]).join(', ')}`,
      versions && `Versions: ${versions}`,
    ].filter(Boolean),
  )
}

function alsoShown({ alsoShown: others, place }: Symptom): string {
  if (!others || others.length === 0) return ''
  const lead = place === 'announcement' ? 'It is also put as' : 'The same failure also shows as'
  return `${lead}:\n\n${list(others.map(code))}\n`
}

function causes({ causes: codes }: Symptom): string {
  if (codes.length === 0) {
    return 'Nothing is wrong with the signature: this message is harmless.\n'
  }
  const items = codes.map((issue, i) => {
    const { title, remedy } = issueCatalogue[issue]
    return `${i + 1}. **[${prose(title)}](/issues/${issue})**<br>${prose(remedy)}`
  })
  return `${codes.length === 1 ? '' : 'Most likely first.\n\n'}${items.join('\n')}\n`
}

export function symptomPage(symptom: Symptom): string {
  const first = symptom.causes[0]
  const description = first
    ? `${symptom.nextCheck} First cause: ${bare(issueCatalogue[first].title)}.`
    : symptom.nextCheck
  return `${frontmatter({ title: symptomPageTitle(symptom), description })}
# ${symptomTitle(symptom)}

${whereSeen(symptom)}

${alsoShown(symptom)}
## Look at this next

Paste the signature into the [debugger](/debugger): it finds which of the causes it is, and sends nothing.

${prose(symptom.nextCheck)}${symptom.place === 'announcement' ? ' See [Is JWT deprecated?](/is-jwt-deprecated)' : ''}

## Causes

${causes(symptom)}
## Sources

${sourceList(symptom.sources)}
`
}

const placeTitles: readonly (readonly [Symptom['place'], string])[] = [
  ['error-object', 'In the error object'],
  ['exception', 'As an exception'],
  ['console', 'In the console'],
  ['page', 'On the page'],
  ['network', 'In the network panel'],
  ['silence', 'No message at all'],
  ['announcement', 'Heard, not shown'],
]

export function symptomList(rows: readonly Symptom[]): string {
  const items = rows.map((symptom) => {
    const { slug, errorCode, views } = symptom
    const where = views.map((view) => viewNames[view]).join(', ')
    const number = errorCode === undefined ? '' : `${errorCode}, `
    return `[${symptomTitle(symptom)}](/symptoms/${slug}) (${number}${where})`
  })
  return list(items)
}

export function symptomIndex(): string {
  return placeTitles
    .map(([place, title]) => {
      const rows = symptoms.filter((symptom) => symptom.place === place)
      if (rows.length === 0) return ''
      return `## ${title}\n\n${symptomList(rows)}\n`
    })
    .join('\n')
}

export const symptomPages: readonly { readonly slug: string; readonly content: string }[] =
  symptoms.map((symptom) => ({ slug: symptom.slug, content: symptomPage(symptom) }))
