import { type IssueCode, issueCatalogue, meetingSdk, type Symptom, symptoms } from '@sigshift/spec'
import { howToCheck, reportedBy } from './issue-check.ts'
import { issueGroups } from './issue-groups.ts'
import { bare, code, frontmatter, list, prose, sourceList, table } from './markdown.ts'
import { signingSnippets } from './snippets.ts'
import { symptomTitle, viewNames } from './symptom-pages.ts'

export const issueCodes = Object.keys(issueCatalogue) as IssueCode[]

/** The symptoms that an issue makes, those first in which it is the most likely cause. */
export function symptomsOf(issue: IssueCode): readonly Symptom[] {
  return symptoms
    .filter(({ causes, place }) => place !== 'announcement' && causes.includes(issue))
    .toSorted((a, b) => a.causes.indexOf(issue) - b.causes.indexOf(issue))
}

function whatYouSee(issue: IssueCode): string {
  const shown = symptomsOf(issue)
  if (shown.length === 0) {
    return `No message of the SDK tells this by itself. ${reportedBy(issue)}`
  }
  const rows = shown.map((symptom) => [
    `[${symptomTitle(symptom)}](/symptoms/${symptom.slug})`,
    symptom.errorCode === undefined ? '' : String(symptom.errorCode),
    symptom.views.map((view) => viewNames[view]).join(', '),
    likelihood(symptom, issue),
  ])
  return table(['message', 'code', 'where', 'likelihood among its causes'], rows)
}

function ordinal(place: number): string {
  const endings = ['th', 'st', 'nd', 'rd']
  const isTeen = place % 100 > 10 && place % 100 < 14
  return `${place}${(isTeen ? undefined : endings[place % 10]) ?? 'th'}`
}

function likelihood({ causes }: Symptom, issue: IssueCode): string {
  const place = causes.indexOf(issue) + 1
  if (causes.length === 1) return 'the only one known'
  return `${ordinal(place)} of ${causes.length}`
}

/** The claim rows whose missing or wrong value is this issue, and the rules over several claims. */
function rulesOf(issue: IssueCode): string {
  const claims = meetingSdk.claims.filter((rule) => {
    const { codes, textCode } = rule as { codes?: Record<string, IssueCode>; textCode?: IssueCode }
    return textCode === issue || (codes !== undefined && Object.values(codes).includes(issue))
  })
  const crossed = meetingSdk.crossRules.filter((rule) => rule.code === issue)
  const lines = [
    ...claims.map(({ claim, meaning }) => `${code(claim)}: ${prose(meaning)}`),
    ...crossed.map(({ meaning }) => prose(`${meaning}.`)),
  ]
  return lines.length === 0
    ? ''
    : `The rule of the [claims reference](/claims):\n\n${list(lines)}\n`
}

export function issuePage(issue: IssueCode): string {
  const { severity, title, cause, remedy, sources } = issueCatalogue[issue]
  return `${frontmatter({ title: bare(title), description: bare(`${cause} ${remedy}`) })}
# ${prose(title)}

${code(issue)} <Badge type="${badges[severity]}" text="${severity}" />

## What you see

${whatYouSee(issue)}

## Why

${prose(cause)}

${rulesOf(issue)}
## How to check

${howToCheck(issue)}

## How to fix

${prose(remedy)}

${signingSnippets(issue)}
## Sources

${sourceList(sources)}
`
}

const badges = { error: 'danger', warning: 'warning', note: 'info' } as const

/** Every issue by its group, for the index. */
export function issueIndex(): string {
  return issueGroups
    .map(({ title, codes }) => {
      const rows = codes.map((issue) => [
        `[${code(issue)}](/issues/${issue})`,
        prose(issueCatalogue[issue].title),
        issueCatalogue[issue].severity,
      ])
      return `## ${title}\n\n${table(['code', 'what is wrong', 'severity'], rows)}\n`
    })
    .join('\n')
}
