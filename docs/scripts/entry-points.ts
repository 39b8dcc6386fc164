/** What people import, by the file behind it. */
export const entryPoints: Readonly<Record<string, string>> = {
  '@sigshift/signer': 'packages/signer/src/index.ts',
  '@sigshift/signer/sync': 'packages/signer/src/sync.ts',
  '@sigshift/legacy-detector': 'packages/legacy-detector/src/index.ts',
  '@sigshift/compat': 'packages/compat/src/index.ts',
  '@sigshift/migrate': 'packages/migrate/src/index.ts',
  '@sigshift/migrate/node': 'packages/migrate/src/node.ts',
  '@sigshift/spec': 'packages/spec/src/index.ts',
}
