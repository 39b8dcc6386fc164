import { tokenIssues } from '@sigshift/spec'
import type { Diagnosis } from './diagnosis.ts'
import { readMember } from './json-object.ts'

/** From the timeline of `@sigshift/spec`, which would cost a bundle 1.5 kB; a test holds the two together. */
export const endOfJwtApps = '2023-09-08'

function isSound({ issues }: Diagnosis): boolean {
  return issues.length === 0
}

function isLegacy({ format }: Diagnosis): boolean {
  return format === 'legacy'
}

/** Rows: when a note is worth reading, and the note. */
const notes: readonly (readonly [(diagnosis: Diagnosis) => boolean, () => string])[] = [
  [
    isSound,
    () =>
      `Nothing has to be done about "JWT is deprecated": that was the JWT app type for the REST API, which ended on ${endOfJwtApps}. Meeting SDK signatures are JWTs still.`,
  ],
  [
    isSound,
    () => {
      const { title, cause, remedy } = tokenIssues['external-meeting-needs-token']
      return `${title}. ${cause} ${remedy}`
    },
  ],
  [
    ({ kind }) => kind === 'rest-jwt-app',
    () =>
      `If it is of the JWT app type, it ended on ${endOfJwtApps}: for the REST API use Server-to-Server OAuth (own account) or OAuth, for joining meetings a Meeting SDK JWT. If it is of the Build platform, it is for that platform's API only.`,
  ],
  [
    isLegacy,
    () =>
      `Its credentials were those of a JWT app; those ended on ${endOfJwtApps}. What replaces it is a Meeting SDK JWT, signed on a server with the client ID and client secret of a Meeting SDK app.`,
  ],
  [
    ({ kind }) => kind === 'legacy',
    () =>
      'Whoever holds this string can read the key, the meeting number, the time and the role in it, and can test guesses of the secret against its MAC. The secret itself is not in it.',
  ],
  [
    ({ detection }) =>
      detection.kind === 'meeting-sdk' &&
      readMember(detection.claims, 'mn') === undefined &&
      readMember(detection.claims, 'role') === undefined,
    () => 'For native SDKs alone, mn and role may be left out; the web SDK needs both.',
  ],
  [
    ({ format, mac, issues }) => format !== 'unknown' && mac === 'unknown' && issues.length > 0,
    () => 'The MAC was not checked, for want of the secret.',
  ],
]

/** What is worth knowing about a token and is no fault of it. */
export function explainNotes(diagnosis: Diagnosis): readonly string[] {
  return notes.filter(([applies]) => applies(diagnosis)).map(([, write]) => write())
}
