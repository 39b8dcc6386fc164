import { createContext, Script } from 'node:vm'

const { crypto, TextEncoder, TextDecoder, atob, btoa, URL } = globalThis
// The realm's own typed arrays would be others than those that the host's TextEncoder makes.
const typedArrays = { Uint8Array: globalThis.Uint8Array, ArrayBuffer: globalThis.ArrayBuffer }
const globals = { crypto, TextEncoder, TextDecoder, atob, btoa, URL, ...typedArrays }

/** Runs a script bundle where there is WebCrypto and no Node, and gives what it exports. */
export function runInBrowserGlobals<T>(code: string): T {
  const context = createContext({ ...globals })
  return new Script(`${code}\nbundle`).runInContext(context)
}
