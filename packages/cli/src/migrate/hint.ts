import type { FileRewrite } from '@sigshift/migrate'
import type { Change } from '../report/report.ts'
import type { Mode } from './mode.ts'

const signer = '@sigshift/signer'

function usesSigner({ edits }: FileRewrite): boolean {
  return edits.some(([, , text]) => text.includes(signer))
}

function nextStep(mode: Mode, planPath: string | undefined): string {
  if (mode === 'plan') {
    return `The plan is in ${planPath}; the same call with --apply ${planPath} carries it out.`
  }
  return mode === 'preview' ? 'Nothing was written; --write or --interactive does it.' : ''
}

/** What to do next, in a few sentences; empty where nothing is. */
export function hintOf(
  mode: Mode,
  planPath: string | undefined,
  changes: readonly Change[],
  rewrites: readonly FileRewrite[],
): string {
  if (changes.length === 0 || mode === 'check') return ''
  const isMasked = changes.some((change) => change.outcome === 'pending' && change.isMasked)
  return [
    nextStep(mode, planPath),
    isMasked ? 'Secrets are not shown, so these diffs cannot be applied as they stand.' : '',
    rewrites.some(usesSigner) ? `The new code imports ${signer}: npm install ${signer}` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
