import type { ArtifactChange, ArtifactLocation, Fix } from 'sarif'
import type { PlacedRewrite } from '../scan/placed-edits.ts'

/** A relative URI reference; a name may hold anything that a file system takes. */
export function toLocation(file: string): ArtifactLocation {
  const uri = file
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/')
  return { uri, uriBaseId: '%SRCROOT%' }
}

function toChange({ file, edits }: PlacedRewrite): ArtifactChange {
  return {
    artifactLocation: toLocation(file),
    replacements: edits.map(({ text, ...deletedRegion }) => ({
      deletedRegion,
      ...(text === '' ? {} : { insertedContent: { text } }),
    })),
  }
}

type Rewrites = ReadonlyMap<string, PlacedRewrite>

/** The rewrites of the manifests above a file, which ask for what the new code imports. */
function manifestsAbove(file: string, rewrites: Rewrites): readonly PlacedRewrite[] {
  return [...rewrites.values()].filter(
    (rewrite) =>
      /(?:^|\/)package\.json$/.test(rewrite.file) &&
      file.startsWith(rewrite.file.slice(0, -'package.json'.length)),
  )
}

/** A file with all that must change with it; nothing where one of the files is not known. */
function together(file: string, rewrites: Rewrites): readonly PlacedRewrite[] | undefined {
  const own = rewrites.get(file)
  if (!own) return undefined
  const first = new Set([own, ...manifestsAbove(file, rewrites)])
  const needed = [...first].flatMap(({ needs }) => needs.map((name) => rewrites.get(name)))
  const known = needed.filter((each) => each !== undefined)
  return known.length < needed.length ? undefined : [...new Set([...first, ...known])]
}

/** The edits of a package belong together, so that a fix of one finding fixes others with it. */
export function toFixes(file: string, rewrites: Rewrites): Fix[] | undefined {
  const all = together(file, rewrites)
  if (!all) return undefined
  const text = `Rewrite ${all.map((each) => each.file).join(', ')} as sigshift migrate does.`
  return [{ description: { text }, artifactChanges: all.map(toChange) }]
}
