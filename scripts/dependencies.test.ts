import { expect, test } from 'vitest'
import { type Dependency, findFaults, reasons } from './dependencies.ts'

const sound: readonly Dependency[] = Object.keys(reasons).map((name) => ({
  name,
  version: '1.0.0',
  licence: 'MIT',
  usedBy: ['@sigshift/signer'],
}))

test('what has a reason and a licence of the list passes', () => {
  const transitive = { name: 'inside', version: '1.0.0', licence: '(GPL-3.0 OR MIT)', usedBy: [] }
  expect(findFaults([...sound, transitive])).toEqual([])
})

test('a licence outside the list is named, also of what comes with another', () => {
  const copyleft = { name: 'inside', version: '2.1.0', licence: 'AGPL-3.0', usedBy: [] }
  expect(findFaults([...sound, copyleft])).toEqual(['inside@2.1.0 has the licence AGPL-3.0'])
})

test('a dependency needs a reason, and a reason its dependency', () => {
  const unexplained = {
    name: 'left-pad',
    version: '1.3.0',
    licence: 'MIT',
    usedBy: ['@sigshift/spec'],
  }
  expect(findFaults([...sound.slice(1), unexplained])).toEqual([
    'left-pad has no reason in scripts/dependencies.ts',
    `${sound[0]?.name} is in scripts/dependencies.ts and no longer used`,
  ])
})
