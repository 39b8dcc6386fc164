import type { Sources } from './source.ts'

/** One version of Zoom's web SDK that changed something about signatures or credentials. */
export interface SdkRelease {
  readonly version: string
  /** `YYYY-MM-DD`: the day of the commit in Zoom's package repository. */
  readonly date: string
  readonly package: '@zoomus/websdk' | '@zoom/meetingsdk'
  /** One sentence. */
  readonly change: string
  readonly sources: Sources
}

/** The web SDK versions that matter for signatures, oldest first. */
export const sdkHistory: readonly SdkRelease[] = [
  {
    version: '2.2.0',
    date: '2022-01-26',
    package: '@zoomus/websdk',
    change: 'join of the client view takes a zak.',
    sources: ['github/zoom/meetingsdk-web@31bb99f'],
  },
  {
    version: '2.3.0',
    date: '2022-03-10',
    package: '@zoomus/websdk',
    change:
      'JWT signatures made with SDK key and secret are accepted beside the old ones; generateSDKSignature makes them.',
    sources: ['github/zoom/meetingsdk-web@7e0c608'],
  },
  {
    version: '2.4.0',
    date: '2022-04-29',
    package: '@zoomus/websdk',
    change: 'join of the component view takes a zak.',
    sources: ['changelog/meeting-sdk/web/2.4.0'],
  },
  {
    version: '2.7.0',
    date: '2022-08-30',
    package: '@zoomus/websdk',
    change: 'join no longer takes apiKey, so the old HMAC signature cannot be used any more.',
    sources: ['github/zoom/meetingsdk-web@47c8bec', 'changelog/meeting-sdk/web/2.7.0'],
  },
  {
    version: '2.8.0',
    date: '2022-09-29',
    package: '@zoomus/websdk',
    change: 'generateSignature, which made the old signature, is gone from the types.',
    sources: ['github/zoom/meetingsdk-web@1f17d66'],
  },
  {
    version: '2.9.0',
    date: '2022-11-08',
    package: '@zoomus/websdk',
    change: 'The SDK no longer checks how long the SDK key is.',
    sources: ['github/zoom/meetingsdk-web@fea89ff'],
  },
  {
    version: '3.1.0',
    date: '2023-12-22',
    package: '@zoom/meetingsdk',
    change: 'The npm package is now @zoom/meetingsdk; before it was @zoomus/websdk.',
    sources: ['github/zoom/meetingsdk-web@9b519c3', 'npm/@zoomus/websdk@2.18.3'],
  },
  {
    version: '3.12.0',
    date: '2025-03-11',
    package: '@zoom/meetingsdk',
    change: 'generateSDKSignature is removed: a page can no longer sign with the SDK.',
    sources: ['github/zoom/meetingsdk-web@73dac0c', 'github/zoom/meetingsdk-web-sample#109'],
  },
  {
    version: '4.0.0',
    date: '2025-07-11',
    package: '@zoom/meetingsdk',
    change:
      'join reads the key from the token instead of sdkKey, and announces that 5.0.0 needs appKey.',
    sources: [
      'github/zoom/meetingsdk-web@0706b85',
      'github/zoom/meetingsdk-web@53ecb46',
      'measured/@zoom/meetingsdk@4.0.0',
    ],
  },
  {
    version: '4.1.0',
    date: '2025-11-03',
    package: '@zoom/meetingsdk',
    change: 'join takes an obfToken, which excludes zak.',
    sources: ['github/zoom/meetingsdk-web@fbdcb89'],
  },
  {
    version: '5.0.0',
    date: '2025-11-26',
    package: '@zoom/meetingsdk',
    change: 'The signature must have the claim appKey.',
    sources: ['github/zoom/meetingsdk-web@33e2d39'],
  },
  {
    version: '5.1.0',
    date: '2026-01-15',
    package: '@zoom/meetingsdk',
    change: 'The README keeps the SDK for people and sends bots and note takers to RTMS.',
    sources: ['github/zoom/meetingsdk-web@aeee308'],
  },
  {
    version: '6.0.0',
    date: '2026-04-06',
    package: '@zoom/meetingsdk',
    change:
      'First version seen to send wc/info as POST, and apiKey=undefined in the client view when the token has no appKey.',
    sources: ['measured/@zoom/meetingsdk@6.0.0', 'github/zoom/meetingsdk-web@b45d988'],
  },
  {
    version: '6.1.0',
    date: '2026-06-02',
    package: '@zoom/meetingsdk',
    change: 'No change to signatures seen.',
    sources: ['measured/@zoom/meetingsdk@6.1.0', 'github/zoom/meetingsdk-web@f9cd206'],
  },
  {
    version: '6.2.0',
    date: '2026-06-22',
    package: '@zoom/meetingsdk',
    change: 'No change to signatures seen.',
    sources: ['measured/@zoom/meetingsdk@6.2.0', 'github/zoom/meetingsdk-web@ce0bc3f'],
  },
]
