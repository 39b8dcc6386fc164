import { expect, inject, test } from 'vitest'
import { readJson } from './publishable.ts'

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly hasInstallScript?: boolean }>
  >
}

const packages = Object.entries(
  readJson<Lock>(inject('consumer'), 'package-lock.json').packages,
).filter(([path]) => path !== '')

test('nothing that comes with the packages runs a script at install', () => {
  expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([])
})

test('the packages find one another in the tarballs, each once', () => {
  const ours = packages.filter(([path]) => /node_modules\/(?:@sigshift\/|sigshift$)/.test(path))
  expect(ours.map(([path]) => path).sort()).toEqual(
    Object.keys(inject('packed'))
      .map((name) => `node_modules/${name}`)
      .sort(),
  )
  expect(ours.filter(([, { resolved }]) => !resolved?.startsWith('file:'))).toEqual([])
})
