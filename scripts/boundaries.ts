import { dirname, join, normalize } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string
  readonly text: string
}

interface Module extends SourceFile {
  /** What it imports as a value; `import type` binds nothing at run time. */
  readonly imports: readonly string[]
  /** Members of globals that it reads, as `process.env`, and `new Date()` without an argument. */
  readonly globals: readonly string[]
}

interface Boundary {
  readonly name: string
  readonly reason: string
  /** Which files it binds. */
  readonly binds: RegExp
  /** Files that are edges, where the rule does not hold. */
  readonly except?: RegExp
  readonly breach: (module: Module) => string | undefined
}

const portable = /^packages\/(?:spec|legacy-detector|signer|compat|migrate)\/src\//
const shipped = /^(?:packages\/(?!bench)[^/]+|apps\/[^/]+)\/src\//
const nodeEdge =
  /\.node\.ts$|^packages\/signer\/src\/(?:sync|hmac-sha256)\.ts$|^packages\/migrate\/src\/(?:node\.ts$|edge\/|testing\/)/
const processEdge =
  /^packages\/cli\/src\/(?:main|start)\.ts$|^apps\/api\/src\/(?:server|config)\.ts$/
const clockEdge =
  /^packages\/signer\/src\/claims\.ts$|^packages\/cli\/src\/main\.ts$|^apps\/api\/src\/server\.ts$/

function reads(pattern: RegExp): (module: Module) => string | undefined {
  return ({ globals }) => globals.find((name) => pattern.test(name))
}

/** Each row is one arrow or edge of ARCHITECTURE.md. */
export const boundaries: readonly Boundary[] = [
  {
    name: 'spec-imports-nothing',
    reason: 'spec is the leaf that everything else reads',
    binds: /^packages\/spec\/src\//,
    breach: ({ imports }) => imports.find((specifier) => !specifier.startsWith('.')),
  },
  {
    name: 'arrows-one-way',
    reason: 'spec <- signer, legacy-detector <- compat, migrate <- cli, api, docs',
    binds: /^packages\/(?:signer|legacy-detector)\/src\//,
    breach: ({ imports }) =>
      imports.find((specifier) => /^@sigshift\/(?!spec$)|^sigshift/.test(specifier)),
  },
  {
    name: 'no-node-import',
    reason: 'it runs in browsers, workers and edge runtimes',
    binds: portable,
    except: nodeEdge,
    breach: ({ imports }) => imports.find((specifier) => specifier.startsWith('node:')),
  },
  {
    name: 'no-hidden-clock',
    reason: 'the present moment is an argument',
    binds: shipped,
    except: clockEdge,
    breach: reads(/^(?:Date\.now|new Date\(\)|performance\.now)$/),
  },
  {
    name: 'no-process',
    reason: 'environment, exit and console belong to the edge',
    binds: shipped,
    except: processEdge,
    breach: reads(/^(?:process\.(?:env|exit|argv|stdout|stderr)|console\.\w+)$/),
  },
  {
    name: 'no-relative-import-across-packages',
    reason: 'a package is used by its name, as its users do',
    binds: shipped,
    breach: ({ path, imports }) => {
      const home = path.split('/').slice(0, 2).join('/')
      return imports.find(
        (specifier) =>
          specifier.startsWith('.') && !join(dirname(path), specifier).startsWith(`${home}/`),
      )
    },
  },
  {
    name: 'file-length',
    reason: 'a file over 250 lines holds more than one thing',
    binds: /^(?:packages|apps|scripts|docs)\/.*\.(?:ts|vue)$/,
    except: /\.test\.ts$/,
    breach: ({ text }) => {
      const lines = text.split('\n').length - 1
      return lines > 250 ? `${lines} lines` : undefined
    },
  },
]

function globalsOf(program: Parameters<Visitor['visit']>[0]): string[] {
  const globals: string[] = []
  new Visitor({
    MemberExpression({ object, property }) {
      if (object.type === 'Identifier' && property.type === 'Identifier') {
        globals.push(`${object.name}.${property.name}`)
      }
    },
    NewExpression({ callee, arguments: given }) {
      const isNow = callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0
      if (isNow) globals.push('new Date()')
    },
  }).visit(program)
  return globals
}

function parse(file: SourceFile): Module {
  const { module, program } = parseSync(file.path, file.text)
  const isValue = (entries: readonly { isType: boolean }[]): boolean =>
    entries.length === 0 || entries.some((entry) => !entry.isType)
  const imports = [
    ...module.staticImports
      .filter((one) => isValue(one.entries))
      .map((one) => one.moduleRequest.value),
    ...module.staticExports
      .flatMap((one) => one.entries)
      .flatMap((entry) =>
        entry.moduleRequest && !entry.isType ? [entry.moduleRequest.value] : [],
      ),
    ...module.dynamicImports.map((one) =>
      file.text.slice(one.moduleRequest.start, one.moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    ),
  ]
  return { ...file, imports, globals: globalsOf(program) }
}

function findCircles(modules: readonly Module[]): string[] {
  const graph = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => normalize(join(dirname(path), specifier))),
    ]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      circles.push(`no-circles: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`)
    } else if (!done.has(path)) {
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
  }
  for (const path of graph.keys()) visit(path, [])
  return circles
}

/** Every breach as one line, `rule: path: what (reason)`; tests are bound by none but the circles. */
export function findBreaches(files: readonly SourceFile[]): string[] {
  const modules = files.map(parse)
  const breaches = modules
    .filter(({ path }) => !path.endsWith('.test.ts'))
    .flatMap((module) =>
      boundaries
        .filter(({ binds, except }) => binds.test(module.path) && !except?.test(module.path))
        .flatMap(({ name, reason, breach }) => {
          const what = breach(module)
          return what === undefined ? [] : [`${name}: ${module.path}: ${what} (${reason})`]
        }),
    )
  return [...breaches, ...findCircles(modules)]
}
