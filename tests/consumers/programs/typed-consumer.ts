// What a user writes; checked under several module resolutions, with no Node or DOM types at hand.
import { fetchSignature, generateSDKSignature, generateSignature } from '@sigshift/compat'
import { generateSDKSignature as generateOfMeetingsdk } from '@sigshift/compat/meetingsdk'
import { inspect, reproduceLegacySignature } from '@sigshift/legacy-detector'
import { CredentialsError, createSigner, InputError } from '@sigshift/signer'
import { createSigner as createSyncSigner } from '@sigshift/signer/sync'
import { type IssueCode, issueCatalogue, issueUrl } from '@sigshift/spec'

const credentials = { sdkKey: 'a-key', sdkSecret: 'a-secret' }

export async function main(currentDate: Date): Promise<string> {
  const { sign } = createSigner({ ...credentials, clock: () => currentDate })
  const token: string = await sign({ meetingNumber: '845 1236 7890', role: 0 })
  const same: string = createSyncSigner(credentials).sign({ meetingNumber: 84512367890, role: 1 })

  // @ts-expect-error there is no default role
  await sign({ meetingNumber: '84512367890' })
  // @ts-expect-error a role is a number
  await sign({ meetingNumber: '84512367890', role: '0' })
  // @ts-expect-error the secret has no default
  createSigner({ sdkKey: 'a-key' })
  // @ts-expect-error the asynchronous signer gives a promise
  const late: string = sign({ meetingNumber: '84512367890', role: 0 })

  const { issues, explanation } = inspect(token, { currentDate, secret: credentials.sdkSecret })
  const codes: readonly IssueCode[] = issues.map(({ code }) => code)
  // @ts-expect-error the clock is the caller's
  inspect(same, {})

  const legacy: string = reproduceLegacySignature({
    variant: 'node',
    key: 'a-key',
    secret: 'a-secret',
    meetingNumber: '84512367890',
    timestamp: currentDate.getTime(),
    role: 0,
  })
  return [late, legacy, explanation.summary, ...codes.map((code) => issueUrl(code))].join('\n')
}

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

export function reactTo(error: unknown): string {
  if (error instanceof InputError)
    return `${error.claim ?? ''} ${issueCatalogue[error.code].remedy}`
  if (error instanceof CredentialsError) return issueCatalogue[error.code].title
  throw error
}
