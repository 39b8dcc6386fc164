import { isIP } from 'node:net'
import {
  anyText,
  isOrigin,
  isSafeUrl,
  listOf,
  oneOf,
  type Setting,
  wholeNumber,
} from './setting.ts'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** What anyone may sign for who has no key. */
export type OpenAccess = 'participant' | 'host'

/** What the environment decides, read and checked. */
export interface Config {
  readonly sdkKey: string | undefined
  readonly sdkSecret: string | undefined
  readonly videoKey: string | undefined
  readonly videoSecret: string | undefined
  readonly cobrowseKey: string | undefined
  readonly cobrowseSecret: string | undefined
  readonly accessFile: string | undefined
  readonly openAccess: OpenAccess | undefined
  readonly mode: string | undefined
  readonly host: string
  readonly port: number
  readonly trustProxy: readonly string[] | undefined
  readonly corsOrigins: readonly string[] | undefined
  readonly ratePerAddress: number | undefined
  readonly ratePerCaller: number | undefined
  readonly redisUrl: string | undefined
  readonly metricsPort: number | undefined
  readonly metricsKey: string | undefined
  readonly inspections: 'on' | 'off' | undefined
  readonly clockSource: string | undefined
  readonly docsFolder: string | undefined
  readonly eventLoopDelayMs: number
  readonly stopDelaySeconds: number
  readonly logLevel: LogLevel
}

const credential = (name: string, meaning: string, secret: boolean): Setting<string> => ({
  name,
  meaning,
  wanted: 'the text from the app’s credentials page',
  secret,
  parse: anyText,
})

const rate = (name: string, meaning: string): Setting<number> => ({
  name,
  meaning,
  wanted: 'a whole number from 0 to 1000000',
  secret: false,
  parse: wholeNumber(0, 1_000_000),
})

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** What the client fails on only later, such as a path that is no number, is refused here. */
function isRedisUrl(text: string): boolean {
  if (!/^rediss?:\/\//.test(text) || !URL.canParse(text)) return false
  const { hostname, username, password, pathname, search } = new URL(text)
  const isDatabase = /^\/?\d{0,5}$/.test(pathname)
  return hostname !== '' && isDatabase && search === '' && isDecodable(username + password)
}

function isAddressRange(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  const isSize = bits !== undefined && /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most
  const fits = bits === undefined || isSize
  return isIP(address) > 0 && fits && more === undefined
}

/** Every environment variable, in the order in which people meet them. */
export const settings: { readonly [K in keyof Config]-?: Setting<NonNullable<Config[K]>> } = {
  sdkKey: credential(
    'ZOOM_MEETING_SDK_KEY',
    'SDK key or client ID of your app in the Zoom App Marketplace.',
    false,
  ),
  sdkSecret: credential(
    'ZOOM_MEETING_SDK_SECRET',
    'SDK secret or client secret of the same app.',
    true,
  ),
  videoKey: credential('ZOOM_VIDEO_SDK_KEY', 'Key of a Video SDK app, where there is one.', false),
  videoSecret: credential('ZOOM_VIDEO_SDK_SECRET', 'Secret of the same app.', true),
  cobrowseKey: credential(
    'ZOOM_COBROWSE_SDK_KEY',
    'Key of a Cobrowse SDK app, where there is one.',
    false,
  ),
  cobrowseSecret: credential('ZOOM_COBROWSE_SDK_SECRET', 'Secret of the same app.', true),
  accessFile: {
    name: 'ACCESS_FILE',
    meaning: 'JSON file of the apps, of who may ask, and for what; read again when it changes.',
    wanted: 'a path',
    secret: false,
    parse: anyText,
  },
  openAccess: {
    name: 'OPEN_ACCESS',
    meaning:
      'What anyone gets without a key where no caller is configured: participant or host. Without it, host on 127.0.0.1 outside production, and no start elsewhere.',
    wanted: 'participant or host',
    secret: false,
    parse: oneOf(['participant', 'host']),
  },
  mode: {
    name: 'NODE_ENV',
    meaning: 'production: never open without OPEN_ACCESS, no inspections unless they are set.',
    wanted: 'production as that word, or another that is not like it',
    secret: false,
    // `prod` or `Production` would be open where production is not.
    parse: (text) => (/^\s*prod/i.test(text) && text !== 'production' ? undefined : text),
  },
  host: {
    name: 'HOST',
    meaning: 'Address to listen on; 0.0.0.0 for every network of the machine.',
    wanted: 'a host name or an IP address',
    default: '127.0.0.1',
    secret: false,
    parse: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
  },
  port: {
    name: 'PORT',
    meaning: 'Port to listen on; 0 takes any free one.',
    wanted: 'a whole number from 0 to 65535',
    default: '4000',
    secret: false,
    parse: wholeNumber(0, 65_535),
  },
  trustProxy: {
    name: 'TRUST_PROXY',
    meaning:
      'Addresses and ranges of your own proxies, with commas; only their x-forwarded-for is believed.',
    wanted: 'IP addresses or ranges such as 10.0.0.0/8, with commas',
    secret: false,
    parse: listOf(isAddressRange),
  },
  corsOrigins: {
    name: 'CORS_ORIGINS',
    meaning: 'Origins whose pages may read answers, with commas; none where absent.',
    wanted: 'origins such as https://app.example.com, with commas; * and null are none',
    secret: false,
    parse: listOf(isOrigin),
  },
  ratePerAddress: rate(
    'RATE_PER_ADDRESS',
    'Requests a minute from one address, 0 for any number. Where absent: 3000, and any number where open on 127.0.0.1.',
  ),
  ratePerCaller: rate(
    'RATE_PER_CALLER',
    'Requests a minute of one caller whose policy has no rate, 0 for any number. Where absent: 600.',
  ),
  redisUrl: {
    name: 'REDIS_URL',
    meaning: 'Redis that several instances count requests in; each counts alone where absent.',
    wanted:
      'redis://host:6379 or rediss://, with a percent-encoded password and the number of a database where there are such',
    secret: true,
    parse: (text) => (isRedisUrl(text) ? text : undefined),
  },
  metricsPort: {
    name: 'METRICS_PORT',
    meaning: 'Port for Prometheus at /metrics, on the same address, without a key.',
    wanted: 'a whole number from 0 to 65535',
    secret: false,
    parse: wholeNumber(0, 65_535),
  },
  metricsKey: {
    name: 'METRICS_KEY',
    meaning: 'Bearer key for /metrics on the main port; without it that path is not there.',
    wanted: '16 characters or more',
    secret: true,
    parse: (text) => (text.length >= 16 ? text : undefined),
  },
  inspections: {
    name: 'INSPECTIONS',
    meaning: 'on or off: POST /v1/inspections, to which tokens are sent. Off in production.',
    wanted: 'on or off',
    secret: false,
    parse: oneOf(['on', 'off']),
  },
  clockSource: {
    name: 'CLOCK_SOURCE',
    meaning: 'HTTPS address whose Date header the clock is compared with, at start and hourly.',
    wanted: 'an address with https://',
    secret: false,
    parse: (text) => (isSafeUrl(text) ? text : undefined),
  },
  docsFolder: {
    name: 'DOCS_FOLDER',
    meaning:
      'Folder of the built documentation site, served at /docs; `npm start` builds and names one.',
    wanted: 'a path',
    secret: false,
    parse: anyText,
  },
  eventLoopDelayMs: {
    name: 'EVENT_LOOP_DELAY_MS',
    meaning: 'Requests are turned away with 503 when the process is this late; 0 for never.',
    wanted: 'a whole number from 0 to 60000',
    default: '1000',
    secret: false,
    parse: wholeNumber(0, 60_000),
  },
  stopDelaySeconds: {
    name: 'STOP_DELAY_SECONDS',
    meaning: 'How long /readyz says no before the stop begins, so that a balancer sees it.',
    wanted: 'a whole number from 0 to 60',
    default: '0',
    secret: false,
    parse: wholeNumber(0, 60),
  },
  logLevel: {
    name: 'LOG_LEVEL',
    meaning: `How much is logged: ${logLevels.join(', ')}.`,
    wanted: `one of ${logLevels.join(', ')}`,
    default: 'info',
    secret: false,
    parse: oneOf(logLevels),
  },
}

/** The names of the variables that hold a secret. */
export const secretNames: readonly string[] = Object.values<Setting>(settings)
  .filter(({ secret }) => secret)
  .map(({ name }) => name)
