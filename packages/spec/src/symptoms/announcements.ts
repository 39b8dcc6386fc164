import type { Symptom } from './symptom.ts'

/** What people read or are told, before anything fails. */
export const announcements: readonly Symptom[] = [
  {
    slug: 'jwt-is-deprecated',
    text: 'JWT is deprecated',
    alsoShown: [
      'Is JWT deprecated',
      'JWT will end in',
      'JWT ends in June',
      'JWT will be deprecated',
      'JWT will be removed',
      'JWT will stop working',
      'JWT has been deprecated',
      'JWT token is deprecated',
      'JWT token will be deprecated',
      'JWT app type is deprecated',
      'JWT app type has been deprecated',
      'JWT app type will be deprecated',
      'JWT app type deprecation',
      'deprecation of the JWT app type',
      'JWT apps will be deactivated',
      'JWT apps will be deprecated',
      'JWT app will be deprecated',
      'deprecated JWT token since',
    ],
    place: 'announcement',
    views: ['client', 'component', 'native'],
    causes: ['rest-jwt-app-token', 'legacy-signature'],
    nextCheck:
      'Explain the signature you hold: a Meeting SDK JWT stays, what ended on 2023-09-08 is the JWT app type.',
    sources: [
      'changelog/platform/deadline-change-for-jwt-app-type-deprecation',
      'devforum/78401',
      'devforum/70827',
    ],
  },
]
