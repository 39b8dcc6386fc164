/** Why each package that runs at a user's or in the hosted signer is there. A new one starts here. */
export const reasons: Readonly<Record<string, string>> = {
  '@fastify/otel': 'spans of requests, by the people of Fastify; idle unless tracing is set up',
  '@fastify/static': 'the files of the front page',
  '@fastify/swagger': 'OpenAPI from the route schemas',
  '@fastify/under-pressure': '503 before the event loop stalls',
  '@opentelemetry/api': 'what @fastify/otel speaks; no exporter comes with it',
  '@prometheus-io/client': 'metrics; the new name of prom-client',
  '@scalar/fastify-api-reference':
    'the reference page of the API, with nothing loaded from elsewhere',
  '@vscode/tree-sitter-wasm': 'grammars of nine languages, prebuilt by the people of VS Code',
  'close-with-grace': 'a shutdown that ends what was begun',
  'crypto-js': 'the library that made the old signatures; reproduces them byte for byte',
  fastify: 'HTTP, schemas and logs of the hosted signer',
  ignore: 'patterns of .gitignore as git reads them',
  ioredis: 'limits that several instances share; idle without REDIS_URL',
  jose: 'JWTs on WebCrypto in every runtime, without dependencies of its own',
  'js-base64': 'base64 as old code wrote it, in browsers too',
  'magic-string': 'edits that keep every other byte',
  'web-tree-sitter': 'one parser for every language, in Node and browsers',
}

/** Licences under which others may use, change and pass on what we pass on. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
])

export interface Dependency {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** The workspace packages that name it; none where it comes with another. */
  readonly usedBy: readonly string[]
}

/** What is wrong with the production dependencies, a line each. */
export function findFaults(dependencies: readonly Dependency[]): readonly string[] {
  const direct = dependencies.filter(({ usedBy }) => usedBy.length > 0)
  const names = new Set(direct.map(({ name }) => name))
  return [
    ...dependencies
      .filter(({ licence }) => !licence.split(/ OR |[()]/).some((one) => allowed.has(one)))
      .map(({ name, version, licence }) => `${name}@${version} has the licence ${licence}`),
    ...direct
      .filter(({ name }) => !Object.hasOwn(reasons, name))
      .map(({ name }) => `${name} has no reason in scripts/dependencies.ts`),
    ...Object.keys(reasons)
      .filter((name) => !names.has(name))
      .map((name) => `${name} is in scripts/dependencies.ts and no longer used`),
  ]
}
