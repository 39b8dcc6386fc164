import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Application, Comment, type DeclarationReflection } from 'typedoc'
import { describeAsDeclared, nameParameters } from './describe-as-declared.ts'
import { entryPoints } from './entry-points.ts'

const root = join(import.meta.dirname, '../..')
const out = join(import.meta.dirname, '../reference/packages')

const present = Object.entries(entryPoints).filter(([, file]) => existsSync(join(root, file)))

const app = await Application.bootstrapWithPlugins({
  // The theme knows VitePress's links; the plugin writes Markdown. Their options have no types here.
  ...({
    plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme'],
    docsRoot: join(root, 'docs'),
    outputFileStrategy: 'modules',
    hidePageHeader: true,
    hideBreadcrumbs: true,
    hidePageTitle: false,
    useCodeBlocks: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
  } as object),
  entryPoints: present.map(([, file]) => join(root, file)),
  tsconfig: join(root, 'docs/tsconfig.typedoc.json'),
  out,
  name: 'Packages',
  readme: 'none',
  // What is called stands before what it takes, gives and throws.
  sort: ['source-order'],
  groupOrder: ['Functions', 'Variables', 'Interfaces', 'Type Aliases', 'Classes', '*'],
  // Links to sources carry the commit, so a build would differ from the next.
  disableSources: true,
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  skipErrorChecking: true,
  logLevel: 'Error',
})

describeAsDeclared(app.converter)
const project = await app.convert()
if (!project) throw new Error('typedoc found nothing to document')

function nameOf(module: DeclarationReflection): string {
  const path = `packages/${module.name}`
  const found = present.find(([, file]) => file === `${path}.ts` || file === `${path}/index.ts`)
  if (!found) throw new Error(`no entry point is behind ${module.name}`)
  return found[0]
}

/** What the package's manifest says of it. */
function descriptionOf(file: string): string {
  const manifest = file.replace(/src\/.*/, 'package.json')
  return JSON.parse(readFileSync(join(root, manifest), 'utf8')).description
}
for (const module of project.children ?? []) {
  module.name = nameOf(module)
  const text = descriptionOf(entryPoints[module.name] ?? '')
  module.comment = new Comment([{ kind: 'text', text }])
}

nameParameters(project)
rmSync(out, { recursive: true, force: true })
await app.generateOutputs(project)
if (app.logger.hasErrors()) process.exitCode = 1
