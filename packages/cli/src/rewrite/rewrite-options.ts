import type { ScanOptions } from '@sigshift/migrate'
import type { ValuesOf } from '../command.ts'
import type { Config } from '../config/read-config.ts'
import { UsageError } from '../usage-error.ts'
import { parseRenameEnv } from './rename-env.ts'
import type { rewriteRows } from './rewrite-rows.ts'

/** What old code is to become. */
export type RewriteOptions = Pick<
  ScanOptions,
  'standalone' | 'endpoint' | 'renameEnv' | 'renamePackage'
>

/** Where pages ask, as it may stand in quotes in any language. */
function checkEndpoint(endpoint: string | undefined): string | undefined {
  if (endpoint === undefined || /^(?:https?:\/\/[\w.-]|\/)[\w./:?=&%~@+-]*$/.test(endpoint)) {
    return endpoint
  }
  throw new UsageError(
    '--endpoint is no URL and no path that starts with a slash.',
    'Write it as --endpoint /api/signature or --endpoint https://example.com/signature.',
  )
}

/** The call's options before those of the configuration. */
export function rewriteOptionsOf(
  options: Partial<ValuesOf<typeof rewriteRows>>,
  { values }: Config,
): RewriteOptions {
  const endpoint = checkEndpoint(options.endpoint ?? values.endpoint)
  return {
    standalone: options.standalone ?? values.standalone ?? false,
    ...(endpoint === undefined ? {} : { endpoint }),
    renameEnv: parseRenameEnv(options.renameEnv ?? values.renameEnv ?? []),
    renamePackage: options.package ?? values.package ?? false,
  }
}
