// Copied beside the bundlers, so that it finds them. Reads jobs `{ input, output }` from its argument,
// bundles each for browsers as one ES module, and prints what the bundler warned of, job by job.
import { basename, dirname } from 'node:path'

const jobs = JSON.parse(process.argv[3])
let warnings = []

const bundlers = {
  async vite({ input, output }) {
    const { build } = await import('vite')
    await build({
      configFile: false,
      logLevel: 'warn',
      root: dirname(input),
      customLogger: logger(),
      build: {
        outDir: dirname(output),
        emptyOutDir: false,
        lib: { entry: input, formats: ['es'], fileName: () => basename(output) },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    })
  },
  async webpack({ input, output }) {
    const { default: webpack } = await import('webpack')
    const stats = await new Promise((resolve, reject) => {
      webpack(
        {
          mode: 'production',
          target: 'web',
          entry: input,
          context: dirname(input),
          performance: false,
          experiments: { outputModule: true },
          output: {
            path: dirname(output),
            filename: basename(output),
            library: { type: 'module' },
          },
        },
        (error, done) => (error ? reject(new Error(String(error))) : resolve(done)),
      )
    })
    const said = stats.toJson({ all: false, errors: true, warnings: true })
    warnings.push(...[...said.errors, ...said.warnings].map(({ message }) => message))
  },
  async esbuild({ input, output }) {
    const { build } = await import('esbuild')
    const { warnings: said } = await build({
      entryPoints: [input],
      outfile: output,
      bundle: true,
      format: 'esm',
      platform: 'browser',
      logLevel: 'silent',
    })
    warnings.push(...said.map(({ text }) => text))
  },
  async rolldown({ input, output }) {
    const { rolldown } = await import('rolldown')
    const onLog = (_, { message }) => warnings.push(message)
    const bundle = await rolldown({ input, platform: 'browser', onLog })
    await bundle.write({ file: output, format: 'esm', codeSplitting: false })
    await bundle.close()
  },
}

function logger() {
  const keep = (message) => void warnings.push(message)
  const ignore = () => {}
  return {
    info: ignore,
    warn: keep,
    warnOnce: keep,
    error: keep,
    clearScreen: ignore,
    hasErrorLogged: () => false,
    hasWarned: false,
  }
}

const said = []
for (const job of jobs) {
  warnings = []
  await bundlers[process.argv[2]](job)
  said.push(warnings)
}
console.log(JSON.stringify(said))
