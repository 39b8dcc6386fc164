import type { Call } from '../command.ts'
import { UsageError } from '../usage-error.ts'
import type { MigrateRows } from './migrate-options.ts'

/** The ways to migrate that exclude one another. */
export type Mode = 'preview' | 'check' | 'write' | 'interactive' | 'plan' | 'apply'

type Options = Call<MigrateRows>['options']

/** @throws {UsageError} where the call asks for two things at once. */
export function modeOf({ write, check, interactive, plan, apply }: Options): Mode {
  const asked: readonly (readonly [Mode, boolean])[] = [
    ['write', write === true],
    ['check', check === true],
    ['interactive', interactive === true],
    ['plan', plan !== undefined],
    ['apply', apply !== undefined],
  ]
  const [first, second] = asked.filter(([, isAsked]) => isAsked)
  if (first && second) {
    throw new UsageError(
      `--${first[0]} and --${second[0]} do not go together.`,
      'Keep one of --write, --check, --interactive, --plan and --apply.',
    )
  }
  return first?.[0] ?? 'preview'
}

/** Where pages ask, as it may stand in quotes in any language. */
export function checkEndpoint(endpoint: string | undefined): string | undefined {
  if (endpoint === undefined || /^(?:https?:\/\/[\w.-]|\/)[\w./:?=&%~@+-]*$/.test(endpoint)) {
    return endpoint
  }
  throw new UsageError(
    '--endpoint is no URL and no path that starts with a slash.',
    'Write it as --endpoint /api/signature or --endpoint https://example.com/signature.',
  )
}
