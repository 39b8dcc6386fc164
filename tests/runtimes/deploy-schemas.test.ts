import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { root } from '../consumers/publishable.ts'
import { installTool } from '../consumers/tools.ts'

interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly spec?: object
}
type Model = new (manifest: object) => { readonly validate: () => void }

const deploy = join(root, 'deploy')
const read = (...path: readonly string[]): string => readFileSync(join(deploy, ...path), 'utf8')

interface Yaml {
  readonly parseAllDocuments: (text: string) => readonly { readonly toJS: () => unknown }[]
}

let tools: string
let fromTools: NodeJS.Require
let yaml: Yaml

beforeAll(async () => {
  tools = await installTool('deploy-schemas')
  fromTools = createRequire(join(tools, 'package.json'))
  yaml = fromTools('yaml') as Yaml
})

function readManifests(name: string): readonly Manifest[] {
  const documents = yaml.parseAllDocuments(read('kubernetes', name))
  return documents.map((document) => document.toJS() as Manifest)
}

async function checkManifest(manifest: Manifest): Promise<void> {
  const { apiVersion, kind } = manifest
  const path = join(tools, 'node_modules/kubernetes-models', apiVersion, 'index.js')
  const models = (await import(pathToFileURL(path).href)) as Readonly<Record<string, Model>>
  const KindModel = models[kind]
  if (!KindModel) throw new Error(`there is no ${kind} in ${apiVersion}`)
  new KindModel(manifest).validate()
}

test.each(readdirSync(join(deploy, 'kubernetes')))(
  'the schemas of Kubernetes take every manifest of %s',
  async (name) => {
    const manifests = readManifests(name)
    expect(manifests.length).toBeGreaterThan(2)
    for (const manifest of manifests) await expect(checkManifest(manifest)).resolves.toBeUndefined()
  },
)

test('the schemas of Kubernetes refuse what is wrong', async () => {
  const deployment = readManifests('signer.yaml').find(({ kind }) => kind === 'Deployment')
  const wrong = { ...deployment, spec: { ...deployment?.spec, replicas: 'two' } } as Manifest
  await expect(checkManifest(wrong)).rejects.toThrow('replicas must be integer')
})

test('the Dockerfile has no fault that its parser knows', () => {
  const { validate } = fromTools('dockerfile-utils') as { validate: (text: string) => unknown[] }
  expect(validate(read('Dockerfile'))).toEqual([])
  expect(validate('FROM node:24\nRUNN true\n')).toHaveLength(1)
})
