import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { describePackages } from './machine.ts'

interface Bundle {
  readonly name: string
  readonly code: string
  readonly external?: readonly string[]
}

const bundles: readonly Bundle[] = [
  {
    name: '@sigshift/signer, beside jose',
    code: "export { createSigner } from '@sigshift/signer'",
    external: ['jose'],
  },
  { name: '@sigshift/signer', code: "export { createSigner } from '@sigshift/signer'" },
  { name: 'jose, SignJWT alone', code: "export { SignJWT } from 'jose'" },
  { name: 'jsrsasign', code: "import { KJUR } from 'jsrsasign'\nexport const { JWS } = KJUR.jws" },
  {
    name: '@sigshift/legacy-detector, verdict',
    code: "export { detect, diagnose } from '@sigshift/legacy-detector'",
  },
  {
    name: '@sigshift/legacy-detector, words',
    code: "export { inspect } from '@sigshift/legacy-detector'",
  },
]

async function sizeOf({ name, code, external = [] }: Bundle): Promise<[number, number]> {
  const entry = `${import.meta.dirname}/entry of ${name}.js`
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    external: [...external],
    resolve: { conditionNames: ['@sigshift/source', 'browser', 'import', 'default'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    onLog: () => {},
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  const text = output.flatMap((file) => (file.type === 'chunk' ? file.code : [])).join('')
  return [text.length, gzipSync(text).length]
}

/** What a page loads, minified by rolldown. */
export async function benchSize(): Promise<void> {
  const width = Math.max(...bundles.map(({ name }) => name.length))
  console.log(`\nBundles for browsers, kB. ${describePackages(['rolldown'])}`)
  console.log(`${''.padEnd(width)}  minified   gzipped`)
  for (const bundle of bundles) {
    const sizes = (await sizeOf(bundle)).map((bytes) => (bytes / 1000).toFixed(2).padStart(9))
    console.log(`${bundle.name.padEnd(width)} ${sizes.join(' ')}`)
  }
}
