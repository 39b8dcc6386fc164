/** The part of a Babel path that is read here. */
interface Path {
  readonly node: { readonly type: string; readonly key?: { readonly name?: string } }
}

/** Members that hold nothing but words for people and where they are told. */
const words = /^(?:title|meaning|sources)$/

function shouldIgnore({ node }: Path): string | undefined {
  return node.type === 'ObjectProperty' && words.test(node.key?.name ?? '')
    ? 'Other words are no fault that a test should find.'
    : undefined
}

/** Tells Stryker to leave prose alone. */
export const strykerPlugins: readonly unknown[] = [
  { kind: 'Ignore', name: 'words', value: { shouldIgnore } },
]
