import { claimsReference } from './claims.ts'
import { commandLineReference, signerEnvExample, signerHelp } from './command-line.ts'
import { commonSymptomList } from './common-symptoms.ts'
import { comparisonTable } from './comparison.ts'
import { correctionSections } from './corrections.ts'
import { decisionTree } from './decision-tree.ts'
import { errorCodeTables } from './error-code-tables.ts'
import { faqSections } from './faq.ts'
import { guideList } from './guides.ts'
import { httpApiReference } from './http-api.ts'
import { issueIndex } from './issue-pages.ts'
import { changelog, repositoryFile } from './repository-files.ts'
import { releaseTable, signatureByVersion } from './sdk-versions.ts'
import { signingCode, signingGroups, snippetTabs } from './snippets.ts'
import { symptomIndex } from './symptom-pages.ts'
import { timelineList, timelinePicture } from './timeline.ts'

/** What `<!-- @block name -->` in a page stands for. */
const blocks: Readonly<Record<string, () => string>> = {
  'bench-readme': () => repositoryFile('packages/bench/README.md'),
  changelog,
  claims: claimsReference,
  'command-line': commandLineReference,
  'common-symptoms': commonSymptomList,
  comparison: comparisonTable,
  corrections: correctionSections,
  'decision-tree': decisionTree,
  'error-codes': errorCodeTables,
  faq: faqSections,
  guides: guideList,
  'http-api': httpApiReference,
  issues: issueIndex,
  platforms: () => repositoryFile('deploy/PLATFORMS.md'),
  releases: releaseTable,
  runbook: () => repositoryFile('deploy/RUNBOOK.md'),
  security: () => repositoryFile('SECURITY.md'),
  'signature-by-version': signatureByVersion,
  'signer-env': signerEnvExample,
  'signer-help': signerHelp,
  'signer-readme': () => repositoryFile('apps/api/README.md'),
  snippets: () => snippetTabs(),
  symptoms: symptomIndex,
  timeline: timelineList,
  'timeline-picture': timelinePicture,
  ...Object.fromEntries(
    signingGroups.map((group) => [`signing-${group}`, () => signingCode(group)]),
  ),
}

const made = new Map<string, string>()

/** A page's Markdown with its blocks filled in; each block is made once in a build. */
export function fillBlocks(markdown: string): string {
  return markdown.replace(/<!-- @block ([\w-]+) -->/g, (_, name: string) => {
    const make = blocks[name]
    if (!make) throw new Error(`no block is called ${name}`)
    const text = made.get(name) ?? make()
    made.set(name, text)
    return text
  })
}
