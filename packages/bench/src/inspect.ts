import { inspect } from '@sigshift/legacy-detector'
import { createSigner } from '@sigshift/signer/sync'
import { decodeJwt } from 'jose'
import { type Contender, measure } from './measure.ts'
import { report } from './report.ts'

const currentDate = new Date('2026-11-24T10:00:00Z')
const sdkKey = 'xu3JPaA_RJW2-9l5_HAaLA'
const sdkSecret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
const { sign } = createSigner({ sdkKey, sdkSecret, clock: () => currentDate })
const sound = sign({ meetingNumber: '84512367890', role: 0 })
const legacy =
  'eHUzSlBhQV9SSlcyLTlsNV9IQWFMQS4xMjM0NTY3ODkuMTU4MzE2OTUzODc3My4wLkJMNEtiM3FINGx5ZzA1MUZtbGJOcGtPRnlFQS9lQUR2bGllVzJNNGZJeWs9'

export const inspectContenders: readonly Contender[] = [
  { name: 'jose.decodeJwt', run: () => decodeJwt(sound) },
  { name: 'inspect, sound token', run: () => inspect(sound, { currentDate }) },
  { name: 'inspect, expired', run: () => inspect(sound, { currentDate: new Date(2e12) }) },
  { name: 'inspect, old signature', run: () => inspect(legacy, { currentDate }) },
  {
    name: 'inspect, right secret',
    run: () => inspect(sound, { currentDate, secret: sdkSecret }),
  },
  {
    name: 'inspect, wrong secret: all forensics',
    run: () => inspect(sound, { currentDate, secret: 'another secret, of another app' }),
  },
]

export async function benchInspect(): Promise<void> {
  const samples = await measure(inspectContenders)
  const title = 'Telling what is wrong with one signature, processor time'
  report(title, 'µs', samples, 'jose.decodeJwt')
}
