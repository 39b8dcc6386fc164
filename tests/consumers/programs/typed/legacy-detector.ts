import { inspect, reproduceLegacySignature } from '@sigshift/legacy-detector'

export function judge(text: string, currentDate: Date): readonly string[] {
  const { issues, explanation } = inspect(text, { currentDate, secret: 'a-secret' })
  const codes: readonly string[] = issues.map(({ code }) => code)
  // @ts-expect-error the clock is the caller's
  inspect(text, {})
  return [explanation.summary, ...codes]
}

export const legacy: string = reproduceLegacySignature({
  variant: 'node',
  key: 'a-key',
  secret: 'a-secret',
  meetingNumber: '84512367890',
  timestamp: 1_600_000_000_000,
  role: 0,
})
