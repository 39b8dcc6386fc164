import type { secretOptions } from '../secret-options.ts'

export const signOptions = [
  {
    name: 'meetingNumber',
    value: '<number>',
    required: true,
    description: 'meeting or webinar number; spaces and dashes are taken out',
  },
  {
    name: 'role',
    value: '<number>',
    choices: ['0', '1'],
    required: true,
    description: '0 for a participant, 1 for the host or a co-host',
  },
  {
    name: 'expirationSeconds',
    value: '<number>',
    description: 'from 1801 to 172800 (default: 7200)',
  },
  {
    name: 'videoWebrtcMode',
    value: '<number>',
    choices: ['0', '1'],
    description: '1 to carry video over WebRTC, web only',
  },
  {
    name: 'key',
    value: '<key>',
    description: 'SDK key or client ID (default: $ZOOM_MEETING_SDK_KEY)',
  },
] as const

/** With the ways to give a secret. */
export type SignRows = readonly [...typeof signOptions, ...typeof secretOptions]
