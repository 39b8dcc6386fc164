import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { applyEdits, type FileRewrite } from '@sigshift/migrate'
import { readText } from '../files/read-text.ts'
import type { Change } from '../report/report.ts'
import { unifiedDiff } from '../report/unified-diff.ts'
import { findSecrets, maskSecrets } from '../scan/find-secrets.ts'

/** What a rewrite would change, without secrets, held against the file as it is now. */
export async function preview(root: string, rewrite: FileRewrite): Promise<Change> {
  const { file, codes, edits, sha256 } = rewrite
  const read = await readText(join(root, file))
  if (!('text' in read)) return { file, codes, outcome: 'missing' }
  const { text } = read
  if (createHash('sha256').update(text).digest('hex') !== sha256) {
    return { file, codes, outcome: 'changed-since-scan' }
  }
  const whole = unifiedDiff(file, text, applyEdits(text, edits))
  const diff = maskSecrets(whole, findSecrets(text))
  return { file, codes, diff, ...(diff === whole ? {} : { isMasked: true }), outcome: 'pending' }
}
