import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { cell } from './cell.ts'
import { columns } from './matrix.ts'
import { readJson } from './publishable.ts'

type Locked = { readonly resolved?: string; readonly hasInstallScript?: boolean }

function lockOf(project: string): readonly (readonly [string, Locked])[] {
  const { packages } = readJson<{ packages: Record<string, Locked> }>(project, 'package-lock.json')
  return Object.entries(packages).filter(([path]) => path !== '')
}

const isOurs = ([path]: readonly [string, Locked]): boolean =>
  /node_modules\/(?:@sigshift\/|sigshift$)/.test(path)

for (const column of columns) {
  cell('installs alone, no script runs', column, 'it and what it needs', () => {
    const installed = lockOf(inject('alone')[column] ?? '')
    expect(installed.map(([path]) => path)).toContain(join('node_modules', column))
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([])
  })
}

test('the packages find one another in the tarballs, each once', () => {
  const ours = lockOf(inject('consumer')).filter(isOurs)
  expect(ours.map(([path]) => path).sort()).toEqual(
    Object.keys(inject('packed'))
      .map((name) => `node_modules/${name}`)
      .sort(),
  )
  expect(ours.filter(([, { resolved }]) => !resolved?.startsWith('file:'))).toEqual([])
})
