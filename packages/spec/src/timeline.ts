import type { Sources } from './source.ts'

/** What an event is about. */
type TimelineTopic =
  | 'legacy-signature'
  | 'meeting-sdk-jwt'
  | 'jwt-app-type'
  | 'sdk'
  | 'authorization'
  | 'credentials'

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as the sources are. */
type TimelineDate = `${number}` | `${number}-${number}` | `${number}-${number}-${number}`

interface EventFacts {
  /** One sentence. */
  readonly event: string
  readonly topic: TimelineTopic
  readonly sources: Sources
}

/** Something that took place on a date, or that people said would. */
interface DatedEvent extends EventFacts {
  readonly date: TimelineDate
  readonly open?: never
  /** The date went round although it was moved, or for something that it was not about. */
  readonly misreported?: true
}

/** Announced, without a date; `'open'` sorts after every date. */
interface OpenEvent extends EventFacts {
  readonly date: 'open'
  readonly open: true
  readonly misreported?: never
}

/** One event of the history of Zoom signatures; `date` sorts as a string. */
export type TimelineEvent = DatedEvent | OpenEvent

/** How Zoom signatures came to be what they are, oldest first, the open ones last. */
export const timeline: readonly TimelineEvent[] = [
  {
    date: '2017-04-28',
    event: 'The first public sample of the web client asks for a signature and an API key.',
    topic: 'legacy-signature',
    sources: [
      'github/zoom/meetingsdk-web-sample@e3c8ad7',
      'github/zoom/meetingsdk-web-sample@81153b6',
    ],
  },
  {
    date: '2017-06-16',
    event: 'The SDK gets generateSignature, which makes the old HMAC signature in the browser.',
    topic: 'legacy-signature',
    sources: ['github/zoom/meetingsdk-web-sample@398e6f8'],
  },
  {
    date: '2019-01-23',
    event:
      'The reference documentation shows the algorithm in PHP, from 2019-02-12 on in Java, Python and Node.js too.',
    topic: 'legacy-signature',
    sources: [
      'github/zoom/meetingsdk-web-sample@398e6f8',
      'github/zoom/meetingsdk-web-sample@0a13594',
    ],
  },
  {
    date: '2019-09-09',
    event: 'The C# version is added, in a form that differs from all the others.',
    topic: 'legacy-signature',
    sources: ['github/zoom/meetingsdk-web-sample@315cb91'],
  },
  {
    date: '2020-03-02',
    event: 'Zoom publishes a Node.js server that signs.',
    topic: 'legacy-signature',
    sources: ['github/zoom/meetingsdk-auth-endpoint-sample@18a3733'],
  },
  {
    date: '2020-03-29',
    event:
      'The sample sets the timestamp 30 seconds back; the reference documentation follows on 2020-06-28.',
    topic: 'legacy-signature',
    sources: [
      'github/zoom/meetingsdk-auth-endpoint-sample@7908e9d',
      'github/zoom/meetingsdk-web-sample@751be9d',
    ],
  },
  {
    date: '2022-03-10',
    event:
      'Web SDK 2.3.0 takes a JWT made with SDK key and secret; the sample stops making HMAC signatures.',
    topic: 'meeting-sdk-jwt',
    sources: [
      'github/zoom/meetingsdk-web@7e0c608',
      'github/zoom/meetingsdk-auth-endpoint-sample@bdc3292',
    ],
  },
  {
    date: '2022-03-16',
    event: 'The sample sets iat 30 seconds back.',
    topic: 'meeting-sdk-jwt',
    sources: [
      'github/zoom/meetingsdk-auth-endpoint-sample@75006a8',
      'github/zoom/meetingsdk-auth-endpoint-sample@ebf1f8c',
    ],
  },
  {
    date: '2022-06-01',
    event: 'Server-to-Server OAuth arrives, the successor of the JWT app type for the REST API.',
    topic: 'jwt-app-type',
    sources: ['changelog/platform/new-server-to-server-oauth-app-type'],
  },
  {
    date: '2022-08-30',
    event: 'Web SDK 2.7.0 drops apiKey, so the old signature has no place in newer versions.',
    topic: 'legacy-signature',
    sources: ['github/zoom/meetingsdk-web@47c8bec', 'changelog/meeting-sdk/web/2.7.0'],
  },
  {
    date: '2023-02-11',
    event: 'Meeting SDK apps created from now on have a client ID and secret, and no SDK key.',
    topic: 'credentials',
    sources: ['github/zoom/meetingsdk-auth-endpoint-sample@11a0441', 'devforum/95010'],
  },
  {
    date: '2023-06',
    event:
      'Passed on as the end of JWT, SDK signatures included; the JWT app type stopped taking new apps, no more.',
    topic: 'jwt-app-type',
    misreported: true,
    sources: [
      'github/chamilo/chamilo-lms#4537',
      'devforum/78401',
      'github/ark-brighthustle/flutter_zoom_sdk#126',
    ],
  },
  {
    date: '2023-06-01',
    event: 'No new apps of the JWT type can be created.',
    topic: 'jwt-app-type',
    sources: ['changelog/platform/jwt-app-type-deprecation'],
  },
  {
    date: '2023-08-23',
    event: 'Zoom moves the end of the JWT app type from 2023-09-01 to 2023-09-08.',
    topic: 'jwt-app-type',
    sources: ['changelog/platform/deadline-change-for-jwt-app-type-deprecation'],
  },
  {
    date: '2023-09-01',
    event:
      'The day first planned for the end of the JWT app type; it was moved, but the date had gone round.',
    topic: 'jwt-app-type',
    misreported: true,
    sources: [
      'changelog/platform/jwt-app-type-deprecation',
      'changelog/platform/deadline-change-for-jwt-app-type-deprecation',
    ],
  },
  {
    date: '2023-09-08',
    event: 'End of the JWT app type; its apps are switched off over the following days.',
    topic: 'jwt-app-type',
    sources: ['changelog/platform/deadline-change-for-jwt-app-type-deprecation'],
  },
  {
    date: '2023-12-22',
    event: 'Web SDK 3.1.0 moves from @zoomus/websdk to @zoom/meetingsdk.',
    topic: 'sdk',
    sources: ['github/zoom/meetingsdk-web@9b519c3'],
  },
  {
    date: '2023-12-27',
    event: 'The sample checks lifetimes of 1800 to 172800 seconds and no longer sets iat back.',
    topic: 'meeting-sdk-jwt',
    sources: [
      'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
      'github/zoom/meetingsdk-auth-endpoint-sample@159686b',
    ],
  },
  {
    date: '2024',
    event: 'Apps must pass review to join meetings of other accounts.',
    topic: 'authorization',
    sources: ['devforum/106590'],
  },
  {
    date: '2024-07-05',
    event: 'Developers report that unpublished apps can no longer join such meetings.',
    topic: 'authorization',
    sources: ['github/mieszko4/react-native-zoom-us#360'],
  },
  {
    date: '2025-03-06',
    event:
      'The sample server returns sdkKey beside the signature, and the web samples sign on the server only.',
    topic: 'meeting-sdk-jwt',
    sources: [
      'github/zoom/meetingsdk-auth-endpoint-sample@546b7e6',
      'github/zoom/meetingsdk-web-sample@c70ecce',
    ],
  },
  {
    date: '2025-03-11',
    event: 'Web SDK 3.12.0 removes generateSDKSignature.',
    topic: 'sdk',
    sources: ['github/zoom/meetingsdk-web@73dac0c'],
  },
  {
    date: '2025-04-02',
    event: 'The claim video_webrtc_mode appears.',
    topic: 'meeting-sdk-jwt',
    sources: ['github/zoom/meetingsdk-auth-endpoint-sample@972c078'],
  },
  {
    date: '2025-07-11',
    event: 'Web SDK 4.0.0 takes no sdkKey in join and announces that 5.0.0 will need appKey.',
    topic: 'meeting-sdk-jwt',
    sources: ['github/zoom/meetingsdk-web@0706b85'],
  },
  {
    date: '2025-11',
    event: 'Zoom announces OBF tokens for 2026-02-23; Web SDK 4.1.0 takes them from 2025-11-03 on.',
    topic: 'authorization',
    sources: ['devforum/138552', 'github/zoom/meetingsdk-web@fbdcb89'],
  },
  {
    date: '2025-11-26',
    event: 'Web SDK 5.0.0 requires the claim appKey.',
    topic: 'meeting-sdk-jwt',
    sources: ['github/zoom/meetingsdk-web@33e2d39'],
  },
  {
    date: '2026-03-02',
    event: "Meetings outside the app owner's account need a ZAK or OBF token beside the signature.",
    topic: 'authorization',
    sources: ['docs/meeting-sdk/obf-faq'],
  },
  {
    date: 'open',
    open: true,
    event:
      'SDK key and secret give way to client ID and secret; the deadline was put off, with no new date.',
    topic: 'credentials',
    sources: ['docs/meeting-sdk/sdk-key-migration'],
  },
]
