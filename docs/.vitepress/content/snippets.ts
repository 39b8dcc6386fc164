import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IssueCode } from '@sigshift/spec'
import { groupOf } from './issue-groups.ts'

/** One language's program that signs: a file that tests run with its interpreter. */
export interface Snippet {
  readonly language: string
  /** For the highlighter. */
  readonly fence: string
  /** Below `docs/snippets`. */
  readonly file: string
  readonly note?: string
}

export const snippets: readonly Snippet[] = [
  { language: 'TypeScript', fence: 'ts', file: 'typescript/sign.ts' },
  { language: 'PHP', fence: 'php', file: 'php/sign.php' },
  { language: 'Python', fence: 'python', file: 'python/sign.py' },
  { language: 'Ruby', fence: 'ruby', file: 'ruby/sign.rb' },
  { language: 'Java', fence: 'java', file: 'java/Sign.java' },
  { language: 'C#', fence: 'csharp', file: 'csharp/Sign.cs' },
  { language: 'Go', fence: 'go', file: 'go/sign.go' },
]

/** The lines that an issue of a group is about. */
const telling: Readonly<Record<string, RegExp>> = {
  credential: /hmac|secret|sdkKey|appKey/i,
  time: /iat|exp\b|tokenExp/,
  claim: /\bmn\b|meetingNumber|role|appKey|sdkKey/,
  encoding: /base64url|RawURL|urlsafe|TrimEnd|text \+|Encode|doFinal|ComputeHash|\bsign\(/,
}

/** Issues that new signing code does not mend. */
const notByCode: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'external-meeting-needs-token',
  'token-truncated',
  'url-encoded',
  'plus-became-space',
  'double-encoded',
  'wrapped-value',
  'invisible-character',
  'zoom-issued-token',
  'video-sdk-token',
  'cobrowse-token',
  'not-a-signature',
  'key-prefix-before-jwt',
  'expired',
  'secret-in-frontend',
  'api-key-in-join',
  'sdk-key-in-join',
  'legacy-package',
  'legacy-env-name',
])
const groupsWithCode = new Set([
  'token-kind',
  'credential',
  'time',
  'claim',
  'encoding',
  'source-code',
])

function isMendedByCode(issue: IssueCode): boolean {
  return groupsWithCode.has(groupOf(issue).name) && !notByCode.has(issue)
}

export function readSnippet({ file }: Snippet): string {
  return readFileSync(join(import.meta.dirname, '../../snippets', file), 'utf8').trimEnd()
}

function marked(text: string, pattern: RegExp | undefined): string {
  if (!pattern) return ''
  const lines = text.split('\n').flatMap((line, i) => (pattern.test(line) ? [i + 1] : []))
  return lines.length > 0 ? `{${lines.join(',')}}` : ''
}

/** All languages as tabs; the lines that matter for the group are marked. */
export function snippetTabs(group?: string): string {
  const blocks = snippets.map((snippet) => {
    const text = readSnippet(snippet)
    const lines = marked(text, group === undefined ? undefined : telling[group])
    return `\`\`\`${snippet.fence}${lines} [${snippet.language}]\n${text}\n\`\`\``
  })
  return `::: code-group\n\n${blocks.join('\n\n')}\n\n:::\n`
}

/** The groups whose signing code is a part of its own, shared by the pages that show it. */
export const signingGroups: readonly string[] = [...groupsWithCode]

/** The signing code that an issue page shows; nothing where new code does not mend the issue. */
export function signingSnippets(issue: IssueCode): string {
  return isMendedByCode(issue) ? `<SigningCode group="${groupOf(issue).name}" />\n` : ''
}

/** What `<SigningCode group="…" />` stands for. */
export function signingCode(group: string): string {
  return `Run this on a server, with the key and the secret in the environment. In TypeScript the package sees to
it; the other languages need only their standard library, and the lines that matter here are marked.

${snippetTabs(group)}`
}
