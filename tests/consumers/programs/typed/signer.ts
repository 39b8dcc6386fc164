import { CredentialsError, createSigner, InputError } from '@sigshift/signer'
import { createSigner as createSyncSigner } from '@sigshift/signer/sync'

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
  return [token, same, late].join('\n')
}

export function reactTo(error: unknown): string {
  if (error instanceof InputError) return `${error.claim ?? ''} ${error.code}`
  if (error instanceof CredentialsError) return error.code
  throw error
}
