import { curlLine } from './curl-line.ts'
import { isLoopback } from './setting.ts'
import { type OpenAccess, settings } from './settings.ts'

export interface Started {
  /** As asked for in the settings. */
  readonly host: string
  readonly port: number
  readonly demo: boolean
  /** Whether the documentation site is served. */
  readonly hasDocs: boolean
  /** What anyone may sign for; nothing where callers need a key. */
  readonly openAccess: OpenAccess | undefined
  /** Where settings may stand besides the environment. */
  readonly envFile: string
}

/** An address that a program of the same machine can ask. */
function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`
}

function describeAccess({ host, openAccess }: Started): readonly string[] {
  if (openAccess === undefined) return []
  const roles = openAccess === 'host' ? 'participant and host tokens' : 'participant tokens'
  return isLoopback(host)
    ? [`OPEN: there is no caller, so that any program of this machine gets ${roles}.`]
    : [
        `NO AUTHENTICATION (${settings.openAccess.name}=${openAccess}): whoever reaches this address gets ${roles}.`,
        'Keep it on a private network.',
      ]
}

/** What the terminal shows when the signer listens. */
export function renderStartMessage(started: Started): string {
  const { host, port, demo, hasDocs, openAccess, envFile } = started
  const url = urlOf(host, port)
  const notes = [
    ...(demo
      ? [
          'DEMO CREDENTIALS: Zoom will refuse these tokens. For ones that it takes, set',
          `${settings.sdkKey.name} and ${settings.sdkSecret.name} in the environment or in`,
          `${envFile}, and start again.`,
        ]
      : []),
    ...describeAccess(started),
  ]
  const docs = hasDocs ? [`Documentation and debugger: ${url}docs/`, ''] : []
  return [
    `Sigshift signer: ${url}`,
    '',
    `  ${curlLine(url, openAccess !== undefined)}`,
    '',
    ...docs,
    ...notes,
    '',
  ].join('\n')
}
