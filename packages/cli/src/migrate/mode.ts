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
