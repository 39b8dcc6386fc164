import type { secretOptions } from '../secret-options.ts'

export const doctorOptions = [
  {
    name: 'method',
    value: '<method>',
    choices: ['POST', 'GET', 'PUT'],
    description: 'how your page asks (default: POST); GET puts the fields into the query',
  },
  {
    name: 'body',
    value: '<template>',
    description:
      'what your page sends, if not meetingNumber and role: JSON or a form, with {number} and {role} where they go; the URL may have them too',
  },
  {
    name: 'header',
    value: '<name: value>',
    repeatable: true,
    description: 'send this header as a signed-in user would; its value is never shown; repeatable',
  },
  {
    name: 'meetingNumber',
    value: '<number>',
    description: 'meeting to ask for (default: 12345678901, made up; nothing is joined)',
  },
  {
    name: 'origin',
    value: '<origin>',
    description: 'origin of your page, such as https://example.com: checks CORS',
  },
  { name: 'timeout', value: '<seconds>', description: 'for each request (default: 10)' },
  { name: 'key', value: '<key>', description: 'the SDK key or client ID that tokens should carry' },
  { name: 'dryRun', description: 'list the requests and send none' },
  { name: 'json', description: 'print JSON and nothing else' },
] as const

/** With the ways to give a secret. */
export type DoctorRows = readonly [...typeof doctorOptions, ...typeof secretOptions]
