import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isPlaceholder } from '@sigshift/spec'
import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { readAccessFile } from './read-access-file.ts'
import { fileVariable, type Setting } from './setting.ts'
import { settings } from './settings.ts'

const deploy = join(import.meta.dirname, '../../../deploy')
const read = (name: string): string => readFileSync(join(deploy, name), 'utf8')

const rows = Object.values<Setting>(settings)
const known = rows.flatMap((row) => (row.secret ? [row.name, fileVariable(row)] : [row.name]))

interface Container {
  readonly image: string
  readonly env?: readonly { readonly name: string; readonly value?: string }[]
  readonly securityContext: Readonly<Record<string, unknown>>
  readonly resources: { readonly limits: object; readonly requests: object }
  readonly livenessProbe: object
  readonly readinessProbe: { readonly httpGet?: { readonly path: string } }
}
interface Manifest {
  readonly kind: string
  readonly metadata: { readonly name: string }
  readonly data?: Readonly<Record<string, string>>
  readonly spec: {
    readonly podSelector: object
    readonly policyTypes: readonly string[]
    readonly selector: { readonly matchLabels?: object }
    readonly template: {
      readonly metadata: { readonly labels: object }
      readonly spec: {
        readonly automountServiceAccountToken: boolean
        readonly securityContext: object
        readonly containers: readonly Container[]
      }
    }
  }
}

const manifests = readdirSync(join(deploy, 'kubernetes'))
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => parseAllDocuments(read(`kubernetes/${name}`)))
  .map((document) => {
    expect(document.errors).toEqual([])
    return document.toJS() as Manifest
  })
const deployments = manifests.filter(({ kind }) => kind === 'Deployment')

test('the Dockerfile pins its images, runs as nobody’s root, and has no secret in it', () => {
  const lines = read('Dockerfile').split('\n')
  const images = lines.filter((line) => line.startsWith('FROM '))
  expect(images.length).toBeGreaterThan(1)
  for (const line of images) expect(line).toMatch(/^FROM node:\d+\.\d+\.\d+-\w+-slim( AS build)?$/)
  const users = lines.filter((line) => line.startsWith('USER '))
  expect(users.at(-1)).toMatch(/^USER [1-9]\d*:[1-9]\d*$/)
  const text = lines.join('\n')
  expect(text).toMatch(/^HEALTHCHECK /m)
  expect(text).toMatch(/^CMD \["/m)
  expect(text).toMatch(/--frozen-lockfile/)
  expect(text).not.toMatch(/^(?:ADD|ARG) |curl|wget|sudo|apt-get|SECRET|KEY=|:latest/m)
  expect(text).toMatch(/NODE_ENV=production/)
})

test('what is not for the image is not sent to its build', () => {
  const ignored = read('Dockerfile.dockerignore').split('\n')
  for (const name of ['**/node_modules', '**/.env', '.git', 'deploy']) {
    expect(ignored).toContain(name)
  }
})

test('what compose mounts with a secret in it is neither committed nor a file that stays the old one', () => {
  const ignored = read('.gitignore').split('\n')
  const { services } = parse(read('compose.yaml'))
  const folders = (services.signer.volumes as string[]).map((volume) => volume.split(':')[0] ?? '')
  expect(folders).toHaveLength(2)
  for (const folder of folders) expect(ignored).toContain(`${folder.slice('./'.length)}/`)
  const { apps } = JSON.parse(read('access.example.json'))
  expect(services.signer.volumes).toContainEqual(
    expect.stringContaining(`:${dirname(apps.main.sdkSecret.file)}:`),
  )
})

test.each(deployments.map((one) => [one.metadata.name, one] as const))(
  '%s has as few rights as it can',
  (_, { spec }) => {
    const { spec: pod, metadata } = spec.template
    expect(spec.selector.matchLabels).toEqual(metadata.labels)
    expect(pod.automountServiceAccountToken).toBe(false)
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    })
    for (const container of pod.containers) {
      expect(container.image).toMatch(/:\d[\w.-]+$/)
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      })
      expect(container.resources.limits).toHaveProperty('memory')
      expect(container.livenessProbe).toBeDefined()
      expect(container.readinessProbe).toBeDefined()
    }
  },
)

test.each(deployments.map((one) => [one.metadata.name, one] as const))(
  '%s has a NetworkPolicy for both directions',
  (_, { spec }) => {
    const labels = spec.selector.matchLabels
    const policy = manifests.find(
      ({ kind, spec: own }) =>
        kind === 'NetworkPolicy' &&
        JSON.stringify(own.podSelector) === JSON.stringify({ matchLabels: labels }),
    )
    expect(policy?.spec.policyTypes).toEqual(['Ingress', 'Egress'])
  },
)

test('every variable that is set is one that there is, and no secret stands in a manifest', () => {
  const [signer] = deployments.filter(({ metadata }) => metadata.name === 'sigshift')
  const variables = signer?.spec.template.spec.containers.flatMap(({ env = [] }) => env) ?? []
  const compose = parse(read('compose.yaml')).services.signer.environment as Record<string, string>
  const all = [...variables.map(({ name }) => name), ...Object.keys(compose)]
  expect(all.length).toBeGreaterThan(8)
  for (const name of all) expect(known).toContain(name)
  for (const { name, value = '' } of variables) {
    const row = rows.find((one) => one.name === name)
    expect(row?.parse(value), name).toBeDefined()
  }
  expect(signer?.spec.template.spec.containers[0]?.readinessProbe.httpGet?.path).toBe('/readyz')
})

test('the access files are such', () => {
  const map = manifests.find(({ kind }) => kind === 'ConfigMap')
  for (const text of [read('access.example.json'), map?.data?.['access.json'] ?? '']) {
    const result = readAccessFile(text)
    expect(result.ok ? [] : result.faults).toEqual([])
    // Forgotten to be filled in, the signer does not start.
    const keys = result.ok ? [...result.file.apps.values()].map(({ sdkKey }) => sdkKey) : []
    expect(keys.map(isPlaceholder)).toEqual([true])
  }
})

test('compose gives the container no more than it needs', () => {
  const { services, networks } = parse(read('compose.yaml'))
  for (const service of [services.signer, services.redis]) {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      user: expect.stringMatching(/^[1-9]/),
    })
    expect(service.mem_limit).toBeDefined()
  }
  expect(services.signer.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)])
  expect(services.redis).not.toHaveProperty('ports')
  expect(networks.back).toEqual({ internal: true })
})

test('every variable and file that the runbook names is one that there is', () => {
  const text = read('RUNBOOK.md') + read('PLATFORMS.md')
  const named = new Set(text.match(/\b[A-Z]{2,}(?:_[A-Z]+)+\b/g))
  for (const name of named) expect([...known, 'RAILWAY_DOCKERFILE_PATH']).toContain(name)
})
