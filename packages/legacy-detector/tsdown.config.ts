import { library } from '../../tsdown.base.ts'

// Both HMAC modules are entries, and the import between them stays, since package.json's `imports`
// chooses one where the package is used.
export default library(['src/index.ts', 'src/hmac-sha256.ts', 'src/hmac-sha256.node.ts'], {
  deps: { neverBundle: [/^#/, /^node:/] },
})
