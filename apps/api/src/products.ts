import {
  createCobrowseSigner,
  createSigner,
  createVideoSigner,
  type SignerOptions,
} from '@sigshift/signer/sync'
import { cobrowse, meetingSdk, type Profile, videoSdk } from '@sigshift/spec'

export const productNames = ['meeting', 'video', 'cobrowse'] as const
export type ProductName = (typeof productNames)[number]

/** Input of any product, after its parser has checked it. */
export type Values = Readonly<Record<string, string | number | undefined>>

/** Makes a token of checked input. */
export type SignValues = (input: Values) => string

export interface Product {
  readonly name: ProductName
  readonly profile: Profile
  /** The last part of its paths below `/v1`. */
  readonly path: string
  /** What `operationId` ends in. */
  readonly noun: string
  /** What its answer calls the token. */
  readonly token: 'signature' | 'token'
  /** The member of the input that says what a token opens. */
  readonly subject: 'meetingNumber' | 'sessionName' | 'userId'
  readonly createSign: (options: SignerOptions) => SignValues
}

/** One row for each kind of token. */
export const products: Readonly<Record<ProductName, Product>> = {
  meeting: {
    name: 'meeting',
    profile: meetingSdk,
    path: 'signatures',
    noun: 'Signature',
    token: 'signature',
    subject: 'meetingNumber',
    createSign: (options) => createSigner(options).sign as SignValues,
  },
  video: {
    name: 'video',
    profile: videoSdk,
    path: 'video-signatures',
    noun: 'VideoSignature',
    token: 'signature',
    subject: 'sessionName',
    createSign: (options) => createVideoSigner(options).sign as unknown as SignValues,
  },
  cobrowse: {
    name: 'cobrowse',
    profile: cobrowse,
    path: 'cobrowse-tokens',
    noun: 'CobrowseToken',
    token: 'token',
    subject: 'userId',
    createSign: (options) => createCobrowseSigner(options).sign as unknown as SignValues,
  },
}

interface Roles {
  readonly values: readonly number[]
  readonly names: readonly string[]
}

function rolesOf({ claims }: Profile): Roles {
  for (const rule of claims) {
    if (rule.kind === 'choice' && rule.input === 'role') {
      return { values: rule.values, names: rule.names ?? rule.values.map(String) }
    }
  }
  return { values: [], names: [] }
}

const roles = {
  meeting: rolesOf(meetingSdk),
  video: rolesOf(videoSdk),
  cobrowse: rolesOf(cobrowse),
} satisfies Record<ProductName, Roles>

/** Every role that some product has, by its name. */
export const roleNames: readonly string[] = [
  ...new Set(productNames.flatMap((name) => roles[name].names)),
]

/** The name of a role, such as `host`; the number differs from product to product. */
export function roleName(product: ProductName, role: unknown): string {
  const { values, names } = roles[product]
  return names[values.indexOf(role as number)] ?? String(role)
}
