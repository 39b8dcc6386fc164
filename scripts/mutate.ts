// Mutation testing: `pnpm mutate spec` breaks one expression of the package after another, and each time
// a test of the same package has to fail. The survivors are listed at the end and in reports/mutation;
// fewer than 85 % noticed is a failure. `pnpm mutate spec 'src/profiles/*.ts'` takes some of its files;
// SIGSHIFT_MUTATE_STATIC=0 leaves out what runs once at import, where every mutant costs a whole test run.
import { Stryker } from '@stryker-mutator/core'

const everything = 'src/**/*.ts'
/** The files of each package that are broken where none are named. */
const packages: Readonly<Record<string, string>> = {
  spec: everything,
  signer: everything,
  'legacy-detector': everything,
  compat: everything,
  // The pure part: neither the edge, nor what hands files about, nor code to be written in a language.
  migrate:
    'src/{{decide,plan,dependencies,suppressions,sha256,word-search},rewrite/*,terms/*,syntax/{comments,positions,regions,relevant-file}}.ts',
}
const [name = '', files = packages[name]] = process.argv.slice(2)
if (files === undefined) {
  console.error(`usage: mutate ${Object.keys(packages).join('|')} [files]`)
  process.exit(2)
}
const folder = `packages/${name}`

// Random tests are for the long run: here they would decide by chance who survives, and slowly.
Object.assign(process.env, {
  SIGSHIFT_HOSTILE_RUNS: '50',
  SIGSHIFT_SIGN_RUNS: '50',
  SIGSHIFT_SOUND_RUNS: '50',
  // Languages that have what the others have too, and what is in none; an interpreter takes longer than a mutant may.
  SIGSHIFT_FIXTURES: 'javascript,python,react,html,markdown,text',
  SIGSHIFT_FIXTURE_RUNS: '0',
})

await new Stryker({
  mutate: [
    `${folder}/${files}`,
    `!${folder}/src/**/*.{test,fixture.node}.ts`,
    // Tables of words and their sources: other words are no fault that a test should find.
    '!packages/spec/src/{error-codes,symptoms}/*.ts',
    '!packages/spec/src/issues/!(severity).ts',
    '!packages/spec/src/{sdk-history,timeline}.ts',
  ],
  plugins: ['@stryker-mutator/vitest-runner', './scripts/mutate-words.ts'],
  ignorers: ['words'],
  testRunner: 'vitest',
  // It would write `// @ts-nocheck` into fixtures too; vitest checks no types anyway.
  disableTypeChecks: false,
  vitest: { configFile: 'vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: process.env.SIGSHIFT_MUTATE_STATIC === '0',
  concurrency: Number(process.env.SIGSHIFT_MUTATE_WORKERS ?? 1),
  // Only what the tests of one package read is copied; other packages come from the workspace.
  ignorePatterns: [
    '**',
    `!${folder}/**`,
    '!scripts/closing-line-reporter.ts',
    '!{vitest.config.ts,tsconfig.base.json,packages/*/{package,tsconfig}.json}',
    '**/{node_modules,dist,.turbo}',
    // They take time, which says nothing about code full of switches, or too much of it.
    '**/{hostile-input,plan-apply}.test.ts',
  ],
  // One for each process: the end of one run must not take away what another one works in.
  tempDirName: `.stryker-tmp/${process.pid}`,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation/${name}.json` },
  thresholds: { high: 95, low: 85, break: 85 },
}).runMutationTest()
