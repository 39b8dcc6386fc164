import type { Source, Sources } from '@sigshift/spec'

/** A row's name. */
export type LegacyVariantName =
  | 'sdk-1.7.0'
  | 'sdk-1.7.10'
  | 'sdk-2.1.0'
  | 'javascript'
  | 'node-2020-03-02'
  | 'node'
  | 'php'
  | 'java'
  | 'python'
  | 'python-utcnow'
  | 'csharp-raw-message'
  | 'csharp'
  | 'ruby'
  | 'ruby-encode64'
  | 'node-five-arguments'
  | 'hex-mac'
  | 'hex-mac-raw-message'
  | 'base64-of-hex-mac'
  | 'not-encoded'
  | 'seconds'
  | 'six-fields'

/** One way in which the old signature was made: a row a variant, nothing else knows the differences. */
export interface LegacyVariant {
  readonly name: LegacyVariantName
  readonly title: string
  /** The fields between the dots; the mixture of layout and claims has two times. */
  readonly fields: 'key.mn.ts.role.mac' | 'key.mn.iat.exp.role.mac' | 'key'
  /** What the HMAC is made over: base64 of the concatenated fields, or those bare. */
  readonly message: 'base64' | 'base64-lines' | 'raw'
  /** How the 32 bytes of the MAC are written. `base64-lines` ends each 60 characters, and the text, in a line feed. */
  readonly digest: 'base64' | 'base64-lines' | 'hex' | 'base64-of-hex'
  readonly outer: 'base64' | 'base64-unpadded' | 'base64url-unpadded' | 'base64-lines' | 'none'
  /** How its timestamp comes from the clock: the unit, what is added, and in what steps it runs. */
  readonly timestamp: {
    readonly unit: 'ms' | 's'
    readonly offsetMs: number
    /** `1000` where whole seconds are multiplied. */
    readonly stepMs: 1 | 1000
    /** The wall clock of the host is taken for UTC, so the host's time zone is added. */
    readonly localTime?: true
  }
  readonly sources: Sources
}

const now = { unit: 'ms', offsetMs: 0, stepMs: 1 } as const
const halfMinuteAgo = { unit: 'ms', offsetMs: -30_000, stepMs: 1 } as const
const plain = { fields: 'key.mn.ts.role.mac', message: 'base64', digest: 'base64' } as const
const jsdoc: Source = 'github/zoom/meetingsdk-web-sample@0a13594'
const marketplaceDocs: Source = 'https://marketplace.zoom.us/docs/sdk/native-sdks/web/signature/'

/** Every known way in which the old signature was made, official ones first. */
export const legacyVariants: readonly LegacyVariant[] = [
  {
    ...plain,
    name: 'sdk-1.7.0',
    title: 'ZoomMtg.generateSignature of Web SDK 1.7.0',
    outer: 'base64url-unpadded',
    timestamp: { unit: 'ms', offsetMs: -10_000, stepMs: 1 },
    sources: ['npm/@zoomus/websdk@1.7.0'],
  },
  {
    ...plain,
    name: 'sdk-1.7.10',
    title: 'ZoomMtg.generateSignature of Web SDK 1.7.10 to 2.0.1',
    outer: 'base64url-unpadded',
    timestamp: halfMinuteAgo,
    sources: ['npm/@zoomus/websdk@1.7.10', 'npm/@zoomus/websdk@2.0.1'],
  },
  {
    ...plain,
    name: 'sdk-2.1.0',
    title: 'ZoomMtg.generateSignature of Web SDK 2.1.0 to 2.6.0',
    outer: 'base64url-unpadded',
    timestamp: { unit: 'ms', offsetMs: -300_000, stepMs: 1 },
    sources: ['npm/@zoomus/websdk@2.1.0', 'npm/@zoomus/websdk@2.6.0'],
  },
  {
    ...plain,
    name: 'javascript',
    title: 'Reference documentation, crypto-js and js-base64, 2019',
    outer: 'base64url-unpadded',
    timestamp: now,
    sources: ['github/zoom/meetingsdk-web-sample@398e6f8'],
  },
  {
    ...plain,
    name: 'node-2020-03-02',
    title: 'Node.js sample server before 2020-03-29',
    outer: 'base64',
    timestamp: now,
    sources: ['github/zoom/meetingsdk-auth-endpoint-sample@18a3733'],
  },
  {
    ...plain,
    name: 'node',
    title: 'Node.js sample server from 2020-03-29 on, and the Go copies of it',
    outer: 'base64',
    timestamp: halfMinuteAgo,
    sources: ['github/zoom/meetingsdk-auth-endpoint-sample@7908e9d'],
  },
  {
    ...plain,
    name: 'php',
    title: 'PHP of the reference documentation',
    outer: 'base64url-unpadded',
    timestamp: { unit: 'ms', offsetMs: -30_000, stepMs: 1000 },
    sources: ['github/zoom/meetingsdk-web-sample@398e6f8'],
  },
  {
    ...plain,
    name: 'java',
    title: 'Java of the reference documentation',
    outer: 'base64-unpadded',
    timestamp: now,
    sources: [jsdoc],
  },
  {
    ...plain,
    name: 'python',
    title: 'Python 2 of the reference documentation, and Python 3 of later docs',
    outer: 'base64-unpadded',
    timestamp: now,
    sources: [jsdoc],
  },
  {
    ...plain,
    name: 'python-utcnow',
    title: 'Python 3 of the reference documentation, wrong on hosts that are not in UTC',
    outer: 'base64-unpadded',
    timestamp: { ...now, localTime: true },
    sources: [jsdoc],
  },
  {
    ...plain,
    name: 'csharp-raw-message',
    title: 'C# of the reference documentation, without the inner base64',
    message: 'raw',
    outer: 'base64-unpadded',
    timestamp: now,
    sources: ['github/zoom/meetingsdk-web-sample@315cb91'],
  },
  {
    ...plain,
    name: 'csharp',
    title: 'C# of the marketplace docs (msgHashPreHmac)',
    outer: 'base64-unpadded',
    timestamp: halfMinuteAgo,
    sources: [marketplaceDocs],
  },
  {
    ...plain,
    name: 'ruby',
    title: 'Ruby of the docs since 1.7.9 (strict_encode64)',
    outer: 'base64',
    timestamp: halfMinuteAgo,
    sources: ['github/zoom/meetingsdk-web-sample@751be9d'],
  },
  {
    name: 'ruby-encode64',
    title: 'Ruby with encode64, which breaks lines',
    fields: 'key.mn.ts.role.mac',
    message: 'base64-lines',
    digest: 'base64-lines',
    outer: 'base64-lines',
    timestamp: halfMinuteAgo,
    sources: ['inferred'],
  },
  {
    ...plain,
    name: 'node-five-arguments',
    title: 'Broken Node.js sample of the docs of 2022: Buffer.from with five arguments',
    fields: 'key',
    outer: 'base64',
    timestamp: halfMinuteAgo,
    sources: [marketplaceDocs],
  },
  {
    ...plain,
    name: 'hex-mac',
    title: 'Hex digest: hexdigest(), or PHP hash_hmac without true',
    digest: 'hex',
    outer: 'base64',
    timestamp: now,
    sources: ['inferred'],
  },
  {
    ...plain,
    name: 'hex-mac-raw-message',
    title: 'Hex digest over the raw message, as in Python copies',
    message: 'raw',
    digest: 'hex',
    outer: 'base64',
    timestamp: now,
    sources: ['inferred'],
  },
  {
    ...plain,
    name: 'base64-of-hex-mac',
    title: 'Base64 of the hex digest',
    digest: 'base64-of-hex',
    outer: 'base64url-unpadded',
    timestamp: now,
    sources: ['devforum/36563'],
  },
  {
    ...plain,
    name: 'not-encoded',
    title: 'The dotted text itself, never base64-encoded',
    outer: 'none',
    timestamp: halfMinuteAgo,
    sources: ['inferred'],
  },
  {
    ...plain,
    name: 'seconds',
    title: 'A timestamp in seconds',
    outer: 'base64',
    timestamp: { unit: 's', offsetMs: 0, stepMs: 1 },
    sources: ['inferred'],
  },
  {
    ...plain,
    name: 'six-fields',
    title: 'Home-made mixture of the layout with iat and exp, two hours apart',
    fields: 'key.mn.iat.exp.role.mac',
    outer: 'base64',
    timestamp: { unit: 's', offsetMs: 0, stepMs: 1 },
    sources: ['inferred'],
  },
]
