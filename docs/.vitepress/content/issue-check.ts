import { type IssueCode, symptoms } from '@sigshift/spec'
import { groupOf } from './issue-groups.ts'
import { list, prose } from './markdown.ts'

/** What the detector must be told beside the token before it can see the issue. */
const needs: Partial<Record<IssueCode, 'number' | 'key' | 'secret'>> = {
  'meeting-number-mismatch': 'number',
  'key-mismatch': 'key',
  'payload-reserialized': 'secret',
  'signed-wrong-message': 'secret',
}

const flags = {
  number: '--meeting-number 84512367890',
  key: '--key YOUR_KEY',
  secret: '--ask-secret',
} as const

const fields = { number: 'the meeting number', key: 'the key', secret: 'the secret' } as const

function needOf(issue: IssueCode): 'number' | 'key' | 'secret' | undefined {
  return needs[issue] ?? (/^secret-|^placeholder-secret$/.test(issue) ? 'secret' : undefined)
}

function checkToken(issue: IssueCode): string {
  const need = needOf(issue)
  const also = need ? `, and fill in ${fields[need]}` : ''
  return `Paste the signature into the [debugger](/debugger)${also}. It stays in your browser. Or in a terminal:

\`\`\`sh
npx sigshift explain${need ? ` ${flags[need]}` : ''} eyJhbGciOi...
\`\`\`
`
}

/** What to look at next, from the symptoms of which the issue is the likeliest cause. */
function nextChecks(issue: IssueCode): readonly string[] {
  const telling = symptoms.filter(({ causes }) => causes[0] === issue)
  return [...new Set(telling.map(({ nextCheck }) => prose(nextCheck)))].slice(0, 4)
}

const byGroup: Readonly<Record<string, (issue: IssueCode) => string>> = {
  'source-code': () =>
    'Paste the code into the [debugger](/debugger): it names the published sample that the code follows, where it follows one. Or search a source tree; nothing is written:\n\n```sh\nnpx sigshift scan\n```\n',
  endpoint: () => `\`\`\`sh
npx sigshift doctor https://example.com/api/signature --dry-run
npx sigshift doctor https://example.com/api/signature
\`\`\`

The first line shows what would be sent, the second sends it. See the [command line](/reference/cli).
`,
  request: () =>
    'The answer is `application/problem+json` with this `code`; its `detail` and `errors` name the member. See the [HTTP interface](/reference/http-api).\n',
  integration: () => '',
}

export function howToCheck(issue: IssueCode): string {
  const checks = nextChecks(issue)
  const own = (byGroup[groupOf(issue).name] ?? checkToken)(issue)
  const steps = checks.length > 0 ? `${list(checks)}\n\n` : ''
  return `${steps}${own}` || 'Look at the settings and the parameters that the cause names.\n'
}

export function reportedBy(issue: IssueCode): string {
  return groupOf(issue).reportedBy
}
