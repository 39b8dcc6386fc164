/** What a request is to find out. */
export type ProbeName = 'as-user' | 'as-anybody' | 'as-host' | 'broken-body' | 'preflight'

/** One request, in full, before it is sent. */
export interface Probe {
  readonly name: ProbeName
  /** Who asks for what, such as `host, not signed in`. */
  readonly purpose: string
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What came back; nothing in it is trusted. */
export type Reply =
  | {
      readonly kind: 'answer'
      readonly status: number
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
      /** More came than is read. */
      readonly isCut: boolean
      readonly sentAt: Date
      readonly receivedAt: Date
    }
  | { readonly kind: 'timeout'; readonly milliseconds: number }
  | { readonly kind: 'unreachable'; readonly reason: string }

export type Answer = Extract<Reply, { kind: 'answer' }>

export interface Exchange {
  readonly probe: Probe
  readonly reply: Reply
}

export function isOk({ status }: Answer): boolean {
  return status >= 200 && status < 300
}
