/** How the result of a scan comes out; `scan` and `migrate` share it. */
export const reportOptions = [
  {
    name: 'format',
    value: '<format>',
    choices: ['text', 'json', 'sarif', 'github', 'markdown'],
    description: 'form of the report (default: text); github makes annotations',
  },
  {
    name: 'output',
    value: '<file>',
    description: 'write the report into this file, and print the totals only',
  },
  {
    name: 'report',
    value: '<format=file>',
    repeatable: true,
    description: 'write one more report, such as sarif=sigshift.sarif; repeatable',
  },
  {
    name: 'config',
    value: '<file>',
    description: 'configuration (default: the nearest sigshift.config.json)',
  },
] as const

export type Format = (typeof reportOptions)[0]['choices'][number]

export const formats: readonly Format[] = reportOptions[0].choices
