import { sdkHistory } from '@sigshift/spec'
import { code, prose, sourceCell, table } from './markdown.ts'

function releaseOf(version: string): string {
  const found = sdkHistory.find((release) => release.version === version)
  if (!found) throw new Error(`spec has no release ${version}`)
  return `${version} (${found.date})`
}

/** Which signature an installed version takes; the versions are rows of the history, or the build fails. */
export function signatureByVersion(): string {
  const rows: readonly (readonly [string, string, string])[] = [
    [
      'before 2.3.0',
      'the old base64 HMAC signature with `apiKey`',
      'Its credentials ended with the JWT app type. Update the SDK.',
    ],
    [
      `${releaseOf('2.3.0')} to before 2.7.0`,
      'either the old one with `apiKey`, or a JWT with `sdkKey`',
      'Only the JWT still has credentials. Update the SDK.',
    ],
    [
      `${releaseOf('2.7.0')} to before 4.0.0`,
      'a JWT with `sdkKey`; `sdkKey` is also passed to `join`',
      'A token that carries both keys fits, and fits later versions too.',
    ],
    [
      `${releaseOf('4.0.0')} to before 5.0.0`,
      'a JWT; `join` reads the key from it',
      'Take `sdkKey` out of `join`.',
    ],
    [`${releaseOf('5.0.0')} and later`, 'a JWT with `appKey`', '`sdkKey` beside it does no harm.'],
  ]
  return table(
    ['Web SDK', 'takes', 'what to do'],
    rows.map((row) => [...row]),
  )
}

/** Every release that changed something, newest first. */
export function releaseTable(): string {
  const rows = sdkHistory
    .toReversed()
    .map(({ version, date, package: name, change, sources }) => [
      version,
      date,
      code(name),
      prose(change),
      sourceCell(sources),
    ])
  return table(['version', 'date', 'package', 'what changed', 'sources'], rows)
}
