import type { Result } from './result.ts'

/** Shorter ones would be found by chance in text that has nothing to do with them. */
const shortestKept = 8

/**
 * Takes every known secret out of what will be written. Commands do not print secrets; this stands
 * behind them, for the day when one does.
 */
export function redact(result: Result, secrets: Iterable<string>): Result {
  const forms = [...secrets]
    .filter((secret) => secret.length >= shortestKept)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
  const clean = (text: string): string =>
    forms.reduce((cleaned, form) => cleaned.replaceAll(form, '[secret]'), text)
  return { ...result, stdout: clean(result.stdout), stderr: clean(result.stderr) }
}
