import type { secretOptions } from '../secret-options.ts'

export const explainOptions = [
  { name: 'file', value: '<path>', description: 'read the signature from this file' },
  { name: 'key', value: '<key>', description: 'the SDK key or client ID that it should carry' },
  {
    name: 'meetingNumber',
    value: '<number>',
    description: 'the meeting that will be joined with it',
  },
  {
    name: 'now',
    value: '<time>',
    description: 'judge as of this time: ISO date or epoch seconds',
  },
  {
    name: 'error',
    value: '<text>',
    description: 'what the SDK shows, code or text; "" if it shows nothing',
  },
  {
    name: 'view',
    value: '<view>',
    choices: ['client', 'component', 'native'],
    description: 'where --error was seen',
  },
  { name: 'sdkVersion', value: '<version>', description: 'version of the SDK that showed --error' },
  { name: 'json', description: 'print JSON and nothing else' },
] as const

/** With the ways to give a secret. */
export type ExplainRows = readonly [...typeof explainOptions, ...typeof secretOptions]
