import { settings } from './config.ts'
import { isLoopback } from './credentials.ts'
import { curlLine } from './curl-line.ts'

export interface Started {
  /** As asked for in the settings. */
  readonly host: string
  readonly port: number
  readonly demo: boolean
  /** Where settings may stand besides the environment. */
  readonly envFile: string
}

/** An address that a program of the same machine can ask. */
function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`
}

/** What the terminal shows when the signer listens. */
export function renderStartMessage({ host, port, demo, envFile }: Started): string {
  const url = urlOf(host, port)
  const notes = [
    ...(demo
      ? [
          'DEMO CREDENTIALS: Zoom will refuse these tokens. For ones that it takes, set',
          `${settings.sdkKey.name} and ${settings.sdkSecret.name} in the environment or in`,
          `${envFile}, and start again.`,
        ]
      : []),
    ...(isLoopback(host)
      ? []
      : [
          'NO AUTHENTICATION: whoever reaches this address gets host tokens. Keep it on a private network.',
        ]),
  ]
  return [`Sigshift signer: ${url}`, '', `  ${curlLine(url)}`, '', ...notes, ''].join('\n')
}
