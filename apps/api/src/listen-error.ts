import { type Config, settings } from './settings.ts'

/** Says why the server could not listen, and which setting to change. */
export function explainListenError(
  { code, port = 0 }: { readonly code?: string | undefined; readonly port?: number | undefined },
  { host, metricsPort }: Pick<Config, 'host' | 'metricsPort'>,
): string {
  const { name } = port === metricsPort ? settings.metricsPort : settings.port
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} of ${host} is taken. Stop the other program, or set ${name} to another port (0 takes any free one).`
    case 'EACCES':
      return `this user may not listen on port ${port}. Set ${name} to one above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is no address of this machine. Set ${settings.host.name} to one, such as 127.0.0.1.`
    default:
      return `it cannot listen on ${host}, port ${port} (${code ?? 'unknown error'}).`
  }
}
