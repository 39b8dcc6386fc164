import { fetchSignature, generateSDKSignature, generateSignature } from '@sigshift/compat'
import { generateSDKSignature as generateOfMeetingsdk } from '@sigshift/compat/meetingsdk'

const credentials = { sdkKey: 'a-key', sdkSecret: 'a-secret' }

export function keepOldCode(show: (token: string) => void): readonly string[] {
  const meeting = { meetingNumber: '84512367890', role: '1' }
  return [
    generateSignature({ apiKey: 'a-key', apiSecret: 'a-secret', ...meeting }),
    generateSDKSignature({ ...credentials, ...meeting, success: ({ result }) => show(result) }),
    generateOfMeetingsdk({ ...credentials, ...meeting, success: show }),
    // @ts-expect-error a secret is no longer called so
    generateSDKSignature({ sdkKey: 'a-key', secret: 'a-secret', ...meeting }),
  ]
}

export function askServer(): Promise<string> {
  return fetchSignature({ endpoint: '/signature', meetingNumber: 84512367890, role: 0 })
}
