import type { IssueCode } from '@sigshift/spec'
// By path, since the package exports the merged catalogue alone, and pages need its groups.
import { claimIssues } from '../../../packages/spec/src/issues/claim.ts'
import { credentialIssues } from '../../../packages/spec/src/issues/credential.ts'
import { encodingIssues } from '../../../packages/spec/src/issues/encoding.ts'
import { endpointIssues } from '../../../packages/spec/src/issues/endpoint.ts'
import { integrationIssues } from '../../../packages/spec/src/issues/integration.ts'
import { requestIssues } from '../../../packages/spec/src/issues/request.ts'
import { sourceCodeIssues } from '../../../packages/spec/src/issues/source-code.ts'
import { timeIssues } from '../../../packages/spec/src/issues/time.ts'
import { tokenKindIssues } from '../../../packages/spec/src/issues/token-kind.ts'

export interface IssueGroup {
  readonly name: string
  readonly title: string
  readonly codes: readonly IssueCode[]
  /** Where its issues are reported, for those that no message of the SDK tells. */
  readonly reportedBy: string
}

const inTokens = 'The [debugger](/debugger) and `sigshift explain` report it.'

function group(name: string, title: string, rows: object, reportedBy: string): IssueGroup {
  return { name, title, codes: Object.keys(rows) as IssueCode[], reportedBy }
}

/** The groups of the issue catalogue, in its order. */
export const issueGroups: readonly IssueGroup[] = [
  group('token-kind', 'The wrong kind of token', tokenKindIssues, inTokens),
  group('credential', 'Key and secret', credentialIssues, inTokens),
  group('time', 'Times', timeIssues, inTokens),
  group('claim', 'Other claims', claimIssues, inTokens),
  group('encoding', 'Encoding and transport', encodingIssues, inTokens),
  group(
    'integration',
    'Around the token',
    integrationIssues,
    'A token does not show it; the message or the settings of the app do.',
  ),
  group('source-code', 'In source code', sourceCodeIssues, '`sigshift scan` reports it.'),
  group(
    'endpoint',
    'Your signature endpoint',
    endpointIssues,
    '`sigshift doctor` reports it when it asks your endpoint.',
  ),
  group(
    'request',
    'Calls of the hosted signer',
    requestIssues,
    'The [hosted signer](/hosting) answers with it, as the `code` of a problem.',
  ),
]

export function groupOf(issue: IssueCode): IssueGroup {
  const found = issueGroups.find(({ codes }) => codes.includes(issue))
  if (!found) throw new Error(`${issue} is in no group`)
  return found
}
