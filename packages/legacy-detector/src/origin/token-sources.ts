import {
  appKeyAfterExpiry,
  appKeyFirst,
  documentedRange,
  expiryInMilliseconds,
  issuerAndExpiryAlone,
  jsrsasign,
  njwt,
  sdkKeyBeforeNumber,
  tokenExp,
  videoAppKey,
  videoRole,
  videoTopic,
  webRtcMode,
  zoomByName,
} from './code-feature.ts'
import type { KnownSource } from './known-source.ts'

const signs = [documentedRange, jsrsasign, tokenExp] as const

/** The official samples that sign JWTs, for the Meeting SDK and for what is taken for it. */
export const tokenSources: readonly KnownSource[] = [
  {
    id: 'meeting-jwt-2022',
    title: "Zoom's Meeting SDK sample, claims from sdkKey on",
    language: 'javascript',
    years: { from: 2022, until: 2023 },
    needs: [sdkKeyBeforeNumber, appKeyAfterExpiry],
    signs,
    wrong: [],
    sources: [
      'github/zoom/meetingsdk-auth-endpoint-sample@bdc3292',
      'github/zoom/meetingsdk-auth-endpoint-sample@ebf1f8c',
    ],
  },
  {
    id: 'meeting-jwt-2023',
    title: "Zoom's Meeting SDK sample, claims from appKey on",
    language: 'javascript',
    years: { from: 2023, until: 2025 },
    needs: [appKeyFirst],
    not: [webRtcMode],
    signs,
    wrong: ['iat-in-future', 'lifetime-at-minimum'],
    sources: [
      'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
      'github/zoom/meetingsdk-auth-endpoint-sample@159686b',
    ],
  },
  {
    id: 'meeting-jwt-2025',
    title: "Zoom's Meeting SDK sample, with video_webrtc_mode",
    language: 'javascript',
    years: { from: 2025 },
    needs: [appKeyFirst, webRtcMode],
    signs,
    wrong: ['iat-in-future', 'lifetime-at-minimum'],
    sources: [
      'github/zoom/meetingsdk-auth-endpoint-sample@cbf7b27',
      'github/zoom/meetingsdk-auth-endpoint-sample@972c078',
    ],
  },
  {
    id: 'token-tool-milliseconds',
    title: "REST token of the web SDK demo's token-tool.js, times in milliseconds",
    language: 'javascript',
    years: { from: 2021, until: 2025 },
    needs: [issuerAndExpiryAlone, expiryInMilliseconds, njwt],
    wrong: ['time-in-milliseconds', 'rest-jwt-app-code'],
    sources: [
      'github/zoom/meetingsdk-web-sample@ebd4206',
      'github/zoom/meetingsdk-web-sample@c70ecce',
    ],
  },
  {
    id: 'rest-jwt-app',
    title: 'REST token of the JWT app type, ended on 2023-09-08, or of the Build platform',
    language: 'any',
    years: { from: 2017, until: 2023 },
    needs: [issuerAndExpiryAlone, zoomByName],
    signs: [expiryInMilliseconds],
    not: [njwt],
    wrong: ['rest-jwt-app-code'],
    sources: ['changelog/platform/deadline-change-for-jwt-app-type-deprecation'],
  },
  {
    id: 'video-sdk-sample',
    title: "Zoom's Video SDK sample; its token does not open meetings",
    language: 'javascript',
    years: { from: 2021 },
    needs: [videoAppKey, videoTopic],
    signs: [videoRole, jsrsasign],
    wrong: ['video-sdk-token'],
    sources: ['github/zoom/videosdk-auth-endpoint-sample@96c5b18'],
  },
]
