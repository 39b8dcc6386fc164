import type { InputOf, meetingSdk } from '@sigshift/spec'
import { type Access, type AccessSource, createAccess } from './access.ts'
import type { Rates } from './guards.ts'
import type { Limits } from './limits.ts'
import type { LogDestination } from './log.ts'
import type { Metrics } from './metrics.ts'
import { createOpenCaller } from './policy.ts'
import type { SignValues } from './products.ts'
import type { Readiness } from './readiness-route.ts'
import type { LogLevel } from './settings.ts'

/** What is signed, as the signer of `@sigshift/signer` takes it. */
export type MeetingInput = InputOf<typeof meetingSdk>

/** Makes a token of checked input. */
export type Sign = (input: MeetingInput) => string

export interface CommonOptions {
  readonly limits?: Partial<Limits>
  /** Standard output where absent. */
  readonly logDestination?: LogDestination
  /** Without it any number of requests is answered. */
  readonly rates?: Rates
  readonly metrics?: Metrics
  /** With it and metrics, `/metrics` is there. */
  readonly metricsKey?: string
  readonly readiness?: Readiness
  /** Origins whose pages may read answers. */
  readonly corsOrigins?: readonly string[]
  /** Proxies whose `x-forwarded-for` is believed. */
  readonly trustProxy?: readonly string[]
  /** Whether only what was asked on this machine is signed. */
  readonly localOnly?: boolean
  /** With a folder of the built site, `/docs` is there. */
  readonly docsFolder?: string
  /** With a clock, `POST /v1/inspections` is there. */
  readonly inspectionClock?: () => Date
}

export interface CommonConfig {
  /** Whether the credentials are stand-ins, which the front page then says. */
  readonly demo?: boolean
  /** `silent` where absent. */
  readonly logLevel?: LogLevel
}

/** One Meeting SDK app, for anyone: what a private network or a test needs. */
interface OneApp {
  /** The `sign` of a signer that `@sigshift/signer/sync` made. */
  readonly sign: Sign
  readonly config: CommonConfig & {
    /** The key that `sign` signs for; it is part of each answer. */
    readonly sdkKey: string
  }
}

/** Apps, callers and their policies. */
interface ManyApps {
  readonly access: AccessSource
  readonly config: CommonConfig
}

export type AppOptions = CommonOptions & (OneApp | ManyApps)

function createOpenAccess({ sign, config: { sdkKey } }: OneApp): Access {
  const pair = { sdkKey, sign: sign as unknown as SignValues }
  const app = { name: 'meeting', product: 'meeting', active: () => pair } as const
  const authenticate = () => ({ refused: 'no-callers' }) as const
  return createAccess([app], { authenticate, open: createOpenCaller('host') })
}

export function accessOf(options: AppOptions): AccessSource {
  if ('access' in options) return options.access
  const access = createOpenAccess(options)
  return () => access
}
