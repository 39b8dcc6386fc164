import { expect, test } from 'vitest'
import { refuseOldNode } from './refuse-old-node.ts'

test.each(['18.20.8', '20.18.3', '8.17.0'])(
  'Node %s is refused, with the one that is wanted',
  (version) => {
    expect(refuseOldNode(version)).toBe(`sigshift needs Node >=20.19; this is ${version}.\n`)
  },
)

test.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0'])('Node %s is not', (version) => {
  expect(refuseOldNode(version)).toBeUndefined()
})
