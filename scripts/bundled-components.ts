/** A component of a CycloneDX bill of materials, with the members that are used here. */
export interface Component {
  readonly type: string
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly 'bom-ref': string
  readonly group?: string
  readonly licenses?: readonly { readonly license: { readonly id: string } }[]
}

interface Dependency {
  readonly ref: string
  readonly dependsOn: readonly string[]
}

/** A CycloneDX bill of materials, with the members that are used here. */
export interface Bill {
  readonly metadata: { readonly component: Component }
  readonly components?: readonly Component[]
  readonly dependencies: readonly Dependency[]
}

export interface Manifest {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly devDependencies?: Readonly<Record<string, string>>
}

function component(purl: string, fullName: string, version: string, licence: string): Component {
  const [, group, name = fullName] = /^(@[^/]+)\/(.+)$/.exec(fullName) ?? []
  const licenses = [{ license: { id: licence } }]
  const named = group === undefined ? { name } : { name, group }
  return { type: 'library', ...named, version, purl, 'bom-ref': purl, licenses }
}

/**
 * Grammars that a package ships as files: those of the list of their licences, at the commits that
 * their builder has pinned.
 */
export function grammarsIn(licences: string, builder: Manifest): readonly Component[] {
  const headings = licences.matchAll(/^([\w-]+), from ([\w./-]+): (\S+)$/gm)
  return Array.from(headings, ([, name = '', repository = '', licence = '']) => {
    const [from, commit] = builder.devDependencies?.[name]?.split('#') ?? []
    if (from !== `github:${repository}` || commit === undefined)
      throw new Error(`${builder.name} takes ${name} from ${from}, the licence is ${repository}'s`)
    return component(`pkg:github/${repository.toLowerCase()}@${commit}`, name, commit, licence)
  })
}

/** Packages whose code is part of another's `dist`: those of its notices. */
export function packagesIn(
  notices: string,
  manifestOf: (name: string) => Manifest,
): readonly Component[] {
  return Array.from(notices.matchAll(/^## (\S+)$/gm), ([, name = '']) => {
    const { version, license } = manifestOf(name)
    return component(`pkg:npm/${name.replace('@', '%40')}@${version}`, name, version, license)
  })
}

/**
 * A bill with what is inside packages without being installed with them, at each package that it
 * tells of.
 *
 * @param bundled By the name of the package that it is inside of.
 */
export function withBundled(bill: Bill, bundled: ReadonlyMap<string, readonly Component[]>): Bill {
  const { components = [] } = bill
  const inside = new Map(
    [bill.metadata.component, ...components].map(({ group, name, 'bom-ref': ref }) => [
      ref,
      bundled.get(group === undefined ? name : `${group}/${name}`) ?? [],
    ]),
  )
  const known = new Set(components.map(({ purl }) => purl))
  const added = new Map([...inside.values()].flat().map((each) => [each.purl, each]))
  const isNew = ({ purl }: Component): boolean => !known.has(purl)
  return {
    ...bill,
    components: [...components, ...[...added.values()].filter(isNew)],
    dependencies: [
      ...bill.dependencies.map(({ ref, dependsOn }) => {
        const refs = (inside.get(ref) ?? []).map((each) => each['bom-ref'])
        return { ref, dependsOn: [...new Set([...dependsOn, ...refs])] }
      }),
      ...[...added.values()]
        .filter(isNew)
        .map((each): Dependency => ({ ref: each['bom-ref'], dependsOn: [] })),
    ],
  }
}
