import { expect, test } from 'vitest'
import {
  type Bill,
  type Component,
  grammarsIn,
  packagesIn,
  withBundled,
} from './bundled-components.ts'

const library = (name: string, purl = `pkg:npm/${name}@1.0.0`): Component => ({
  type: 'library',
  name,
  version: '1.0.0',
  purl,
  'bom-ref': purl,
})

const builder = {
  name: 'grammars-built',
  version: '2.0.0',
  license: 'Unlicense',
  devDependencies: { 'tree-sitter-dart': 'github:Someone/tree-sitter-dart#9ac03b' },
}

test('a grammar that is shipped as a file is named by its repository and commit', () => {
  const licences = `Why this is here.\n\n---\ntree-sitter-dart, from Someone/tree-sitter-dart: MIT\n`
  const purl = 'pkg:github/someone/tree-sitter-dart@9ac03b'
  expect(grammarsIn(licences, builder)).toEqual([
    {
      type: 'library',
      name: 'tree-sitter-dart',
      version: '9ac03b',
      purl,
      'bom-ref': purl,
      licenses: [{ license: { id: 'MIT' } }],
    },
  ])
})

test.each([
  ['another repository than the one whose licence is given', 'Other/tree-sitter-dart'],
  ['no commit that is known', 'Someone/tree-sitter-go'],
])('a grammar from %s is no component', (_, repository) => {
  const name = repository.replace(/.*\//, '')
  const licences = `${name}, from ${repository}: MIT`
  expect(() => grammarsIn(licences, builder)).toThrow(/^grammars-built takes tree-sitter-/)
})

test('a package whose code is in dist is named at the version that is installed', () => {
  const versions: Readonly<Record<string, string>> = { diff: '9.0.0', '@a/b': '1.2.3' }
  const components = packagesIn('# Notices\n\n## diff\n\ntext\n\n## @a/b\n', (name) => ({
    name,
    version: versions[name] ?? '',
    license: 'ISC',
  }))
  const licenses = [{ license: { id: 'ISC' } }]
  expect(components).toEqual([
    { ...library('diff', 'pkg:npm/diff@9.0.0'), version: '9.0.0', licenses },
    { ...library('b', 'pkg:npm/%40a/b@1.2.3'), version: '1.2.3', group: '@a', licenses },
  ])
})

test('what is inside a package is in its bill and in those of its users, once, below it', () => {
  const [user, mine, installed] = [library('user'), library('mine'), library('installed')]
  const inside = library('inside')
  const bill: Bill = {
    metadata: { component: user },
    components: [{ ...mine, group: '@sigshift' }, installed],
    dependencies: [
      { ref: user.purl, dependsOn: [mine.purl] },
      { ref: mine.purl, dependsOn: [installed.purl] },
    ],
  }
  const bundled = new Map([
    ['user', [installed]],
    ['mine', [library('of-another-mine')]],
    ['@sigshift/mine', [inside, installed]],
  ])
  const complete = withBundled(bill, bundled)
  expect(complete.components?.map(({ name }) => name)).toEqual(['mine', 'installed', 'inside'])
  expect(complete.dependencies).toEqual([
    { ref: user.purl, dependsOn: [mine.purl, installed.purl] },
    { ref: mine.purl, dependsOn: [installed.purl, inside.purl] },
    { ref: inside.purl, dependsOn: [] },
  ])
})

test('a package without anything inside keeps its bill', () => {
  const alone: Bill = {
    metadata: { component: library('alone') },
    dependencies: [{ ref: 'pkg:npm/alone@1.0.0', dependsOn: [] }],
  }
  expect(withBundled(alone, new Map())).toEqual({ ...alone, components: [] })
})
