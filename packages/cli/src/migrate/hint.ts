import { dirname, join } from 'node:path'
import type { FileRewrite } from '@sigshift/migrate'
import type { Change } from '../report/report.ts'
import type { World } from '../world.ts'
import { installWords } from './install-words.ts'
import type { Mode } from './mode.ts'

const signer = '@sigshift/signer'

/** What the hint is about. */
export interface Done {
  readonly mode: Mode
  readonly planPath: string | undefined
  readonly root: string
  readonly changes: readonly Change[]
  readonly rewrites: readonly FileRewrite[]
}

function nextStep({ mode, planPath }: Done): string {
  if (mode === 'plan') {
    return `The plan is in ${planPath}; the same call with --apply ${planPath} carries it out.`
  }
  return mode === 'preview' ? 'Nothing was written; --write or --interactive does it.' : ''
}

function isManifest({ file }: FileRewrite): boolean {
  return /(?:^|\/)package\.json$/.test(file)
}

async function hasManifestAbove(root: string, file: string, { exists }: World): Promise<boolean> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (await exists(join(root, folder, 'package.json'))) return true
    if (folder === '.') return false
  }
}

/** Code that imports the signer where no manifest could be made to ask for it. */
async function signerStep(
  root: string,
  rewrites: readonly FileRewrite[],
  world: World,
): Promise<string> {
  const users = rewrites.filter(
    (rewrite) => !isManifest(rewrite) && rewrite.edits.some(([, , text]) => text.includes(signer)),
  )
  const known = await Promise.all(users.map(({ file }) => hasManifestAbove(root, file, world)))
  return known.includes(false) ? `The new code imports ${signer}: npm install ${signer}` : ''
}

/** What to do next, in a few sentences; empty where nothing is. */
export async function hintOf(done: Done, world: World): Promise<string> {
  const { mode, root, changes, rewrites } = done
  if (changes.length === 0 || mode === 'check') return ''
  const open = changes.filter(({ outcome }) => outcome === 'pending' || outcome === 'written')
  const files = new Set(open.map(({ file }) => file))
  const wanted = rewrites.filter(({ file }) => files.has(file))
  const manifests = wanted.filter(isManifest).map(({ file }) => file)
  const isMasked = open.some((change) => change.outcome === 'pending' && change.isMasked)
  const isRenamed = wanted.some(({ codes }) => codes.includes('legacy-env-name'))
  return [
    nextStep(done),
    isMasked ? 'Secrets are not shown, so these diffs cannot be applied as they stand.' : '',
    await signerStep(root, wanted, world),
    manifests.length > 0 ? await installWords(root, manifests, world) : '',
    isRenamed
      ? 'Variables that are renamed want new values: the client ID and client secret of a Meeting SDK app, also where your host or CI sets them.'
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
