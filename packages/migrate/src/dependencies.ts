import { issueCatalogue } from '@sigshift/spec'
import type { FileRewrite, Finding } from './finding.ts'
import type { Range } from './languages/language.ts'
import { applyEdits, type Edit, normalizeEdits, overlap } from './rewrite/edit.ts'
import { addObject, changeMembers } from './rewrite/json-edits.ts'
import {
  type JsonMember,
  type JsonObject,
  memberOf,
  readJsonObject,
} from './rewrite/json-object.ts'
import { sha256 } from './sha256.ts'
import { Positions } from './syntax/positions.ts'

/** What new code imports, and the versions of it that the code is written for. */
export const signer = { name: '@sigshift/signer', range: '^0.1.0' } as const

/** Packages that the old signature was often made with. */
const oldPackages: readonly string[] = ['crypto-js', 'js-base64']

/** Words of files that matter for a manifest, whatever else is in them. */
export const dependencyMarkers: readonly string[] = [...oldPackages, signer.name]

const manifestName = /(?:^|\/)package\.json$/
const noUse =
  /(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml)$|\.(?:md|mdx|markdown|txt)$/i
const importing = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i
const signerImport = /['"]@sigshift\/signer(?:\/[\w-]+)?['"]/

export function isManifest(file: string): boolean {
  return manifestName.test(file)
}

interface Manifest {
  readonly file: string
  readonly text: string
  readonly object: JsonObject
}

/** A file that named a package before its rewrite, or names it still. */
interface Use {
  readonly file: string
  readonly name: string
  /** SHA-256 of the rewritten file that names it no more. */
  readonly goneFrom?: string
}

interface Place {
  readonly range: Range
  readonly note: string
}

interface Change {
  readonly edits: readonly Edit[]
  readonly places: readonly Place[]
  readonly needs: NonNullable<FileRewrite['needs']>
}

function listsOf({ object }: Manifest, kinds: readonly string[]): readonly JsonObject[] {
  return kinds.flatMap((kind) => memberOf(object, kind)?.object ?? [])
}

const anyKind = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']
const removable = ['dependencies', 'devDependencies']

function holds(manifest: Manifest, name: string): boolean {
  return listsOf(manifest, anyKind).some((list) => memberOf(list, name))
}

const entries = (list: JsonObject, name: string): readonly JsonMember[] =>
  list.members.filter(({ key }) => key === name || key === `@types/${name}`)

/** Whether a manifest names a package where no dependency stands: in a script, in an override. */
function namesElsewhere(manifest: Manifest, name: string): boolean {
  const own = listsOf(manifest, removable).flatMap((list) => entries(list, name)).length
  return manifest.text.split(name).length - 1 > own
}

function usesOf(file: string, text: string, after: string, goneFrom: string): readonly Use[] {
  const uses = oldPackages.flatMap((name): readonly Use[] => {
    if (after.includes(name)) return [{ file, name }]
    return text.includes(name) ? [{ file, name, goneFrom }] : []
  })
  const wantsSigner = importing.test(file) && signerImport.test(after)
  return wantsSigner ? [...uses, { file, name: signer.name }] : uses
}

/** Which packages the files of a tree use before and after their rewrites, and its manifests. */
export class Dependencies {
  readonly #manifests: Manifest[] = []
  readonly #uses: Use[] = []

  async note(
    { path, text }: { readonly path: string; readonly text: string },
    rewrite: FileRewrite | undefined,
  ): Promise<void> {
    if (isManifest(path)) {
      const object = readJsonObject(text)
      if (object) this.#manifests.push({ file: path, text, object })
    } else if (!noUse.test(path)) {
      const after = rewrite ? applyEdits(text, rewrite.edits) : text
      const goneFrom = rewrite ? await sha256(after) : ''
      this.#uses.push(...usesOf(path, text, after, goneFrom))
    }
  }

  /** Manifests of the folders above a file, the nearest first. */
  #above(file: string): readonly Manifest[] {
    return this.#manifests
      .filter((manifest) => file.startsWith(manifest.file.slice(0, -'package.json'.length)))
      .sort((a, b) => b.file.length - a.file.length)
  }

  /** The uses of a package that a manifest answers for. */
  #usesIn(manifest: Manifest, name: string): readonly Use[] {
    return this.#uses.filter(
      (use) =>
        use.name === name && this.#above(use.file).find((each) => holds(each, name)) === manifest,
    )
  }

  #removals(manifest: Manifest): { gone: ReadonlySet<JsonMember>; needs: Change['needs'] } {
    const dead = oldPackages.filter((name) => {
      const uses = this.#usesIn(manifest, name)
      return (
        uses.length > 0 &&
        uses.every(({ goneFrom }) => goneFrom !== undefined) &&
        !namesElsewhere(manifest, name)
      )
    })
    const members = listsOf(manifest, removable).flatMap((list) =>
      dead.flatMap((name) => entries(list, name)),
    )
    const needs = dead
      .flatMap((name) => this.#usesIn(manifest, name))
      .map(({ file, goneFrom = '' }) => ({ file, sha256: goneFrom }))
    return { gone: new Set(members), needs }
  }

  #lacksSigner(manifest: Manifest): boolean {
    return this.#uses.some(({ file, name }) => {
      if (name !== signer.name) return false
      const above = this.#above(file)
      return above[0] === manifest && !above.some((each) => holds(each, name))
    })
  }

  #changeOf(manifest: Manifest): Change {
    const { text, object } = manifest
    const { gone, needs } = this.#removals(manifest)
    const added = this.#lacksSigner(manifest)
      ? { key: signer.name, value: JSON.stringify(signer.range) }
      : undefined
    const main = memberOf(object, 'dependencies')
    const edits = listsOf(manifest, removable).flatMap((list) =>
      changeMembers(
        text,
        list,
        new Set(list.members.filter((member) => gone.has(member))),
        list === main?.object ? added : undefined,
      ),
    )
    if (added && !main?.object)
      edits.push(
        addObject(text, object, 'dependencies', added, memberOf(object, 'devDependencies')),
      )
    const places: Place[] = [...gone].map((range) => ({
      range,
      note: `nothing uses ${JSON.parse(text.slice(range.keyRange.start, range.keyRange.end))} any more`,
    }))
    const start = main?.start ?? object.inner.start
    const range = main?.keyRange ?? { start, end: start }
    if (added) places.unshift({ range, note: `the new code needs ${signer.name}` })
    places.sort((a, b) => a.range.start - b.range.start)
    return { edits, needs, places }
  }

  /** What becomes of the manifests; `made` are rewrites of the same run. */
  async changes(
    made: readonly FileRewrite[],
  ): Promise<readonly { readonly rewrite: FileRewrite; readonly findings: readonly Finding[] }[]> {
    const all: { rewrite: FileRewrite; findings: Finding[] }[] = []
    for (const manifest of this.#manifests) {
      const { edits, places, needs } = this.#changeOf(manifest)
      if (edits.length === 0) continue
      const before = made.find(({ file }) => file === manifest.file)
      const together = normalizeEdits([...(before?.edits ?? []), ...edits])
      if (overlap(together)) continue
      const after = applyEdits(manifest.text, together)
      if (!readJsonObject(after)) continue
      const { file, text } = manifest
      const rewrite: FileRewrite = {
        file,
        sha256: before?.sha256 ?? (await sha256(text)),
        becomes: await sha256(after),
        edits: together,
        codes: [...new Set([...(before?.codes ?? []), 'legacy-package' as const])],
        ...(needs.length > 0 ? { needs } : {}),
      }
      all.push({ rewrite, findings: places.map((place) => findingOf(file, text, place)) })
    }
    return all
  }
}

function findingOf(file: string, text: string, { range, note }: Place): Finding {
  const positions = new Positions(text)
  const end = positions.at(range.end)
  return {
    code: 'legacy-package',
    severity: issueCatalogue['legacy-package'].severity,
    file,
    ...positions.at(range.start),
    endLine: end.line,
    endColumn: end.column,
    language: 'text',
    confidence: 'high',
    fixable: true,
    commentedOut: false,
    secretInBrowser: false,
    isConsequence: true,
    notes: [note, 'run your package manager afterwards, for the lockfile'],
  }
}
