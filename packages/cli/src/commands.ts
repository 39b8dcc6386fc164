import { type Command, defineCommand } from './command.ts'
import { doctorOptions } from './doctor/doctor-options.ts'
import { explainOptions } from './explain/explain-options.ts'
import { migrateOptions } from './migrate/migrate-options.ts'
import { reportOptions } from './report/report-options.ts'
import { rewriteRows } from './rewrite/rewrite-rows.ts'
import { scanOptions } from './scan/scan-options.ts'
import { secretOptions } from './secret-options.ts'
import { signOptions } from './sign/sign-options.ts'

/** All commands; their code is loaded only when they are called. */
export const commands: readonly Command[] = [
  defineCommand({
    name: 'explain',
    summary: 'say what a signature is, why Zoom refuses it, and what to change',
    argument: {
      name: '[token]',
      description: 'the signature as it is given to join; - or nothing: standard input',
    },
    options: [...explainOptions, ...secretOptions],
    examples: [
      'sigshift explain eyJhbGciOi...',
      'pbpaste | sigshift explain --secret-env ZOOM_MEETING_SDK_SECRET',
      'sigshift explain --file token.txt --ask-secret --meeting-number 84512367890',
      'sigshift explain --error "Signature is invalid."',
    ],
    load: async () => (await import('./explain/run-explain.ts')).runExplain,
  }),
  defineCommand({
    name: 'sign',
    summary: 'make a Meeting SDK JWT and print it',
    options: [...signOptions, ...secretOptions],
    examples: [
      'sigshift sign --meeting-number 84512367890 --role 0',
      'sigshift sign --meeting-number 84512367890 --role 1 --key KEY --secret-file secret.txt',
    ],
    load: async () => (await import('./sign/run-sign.ts')).runSign,
  }),
  defineCommand({
    name: 'scan',
    summary: 'find code that makes old signatures, in any language',
    description:
      'Find code that makes old signatures, in any language, and the SDK names, versions and secrets around it. Writes nothing but its reports.',
    argument: { name: '[paths...]', description: 'folders and files (default: this folder)' },
    options: [...scanOptions, ...reportOptions, ...rewriteRows],
    examples: [
      'sigshift scan',
      'sigshift scan src --format json',
      'sigshift scan --report sarif=sigshift.sarif --format github',
      'sigshift scan --write-baseline && sigshift scan --baseline sigshift-baseline.json',
    ],
    load: async () => (await import('./scan/run-scan.ts')).runScan,
  }),
  defineCommand({
    name: 'migrate',
    summary:
      'rewrite that code so that it signs what Zoom takes; show the diff unless told to write',
    description:
      'Rewrite code that makes old signatures so that it signs what Zoom takes. Shows the diff, and writes only with --write, --interactive or --apply.',
    argument: { name: '[paths...]', description: 'folders and files (default: this folder)' },
    options: [...migrateOptions, ...rewriteRows, ...reportOptions],
    examples: [
      'sigshift migrate',
      'sigshift migrate src --interactive',
      'sigshift migrate --write --endpoint https://example.com/api/signature',
      'sigshift migrate --rename-env legacy --package',
      'sigshift migrate --plan plan.json',
      'sigshift migrate --apply plan.json',
    ],
    load: async () => (await import('./migrate/run-migrate.ts')).runMigrate,
  }),
  defineCommand({
    name: 'doctor',
    summary: 'ask your own signature endpoint for a token and say all that is wrong',
    description:
      'Ask your own signature endpoint for a token and say all that is wrong; or scan a folder and say which SDK it uses.',
    argument: {
      name: '<url|folder>',
      description:
        'the endpoint that your page fetches signatures from, or a folder of source code',
    },
    options: [...doctorOptions, ...secretOptions],
    examples: [
      'sigshift doctor https://example.com/api/signature --dry-run',
      'sigshift doctor http://localhost:4000 --origin https://example.com',
      'sigshift doctor http://localhost:4000/sign --body \'{"meetingId":"{number}","role":{role}}\'',
      'sigshift doctor ./my-app',
      'sigshift doctor https://example.com/api/signature --header "Authorization: Bearer $TOKEN"',
    ],
    load: async () => (await import('./doctor/run-doctor.ts')).runDoctor,
  }),
]
