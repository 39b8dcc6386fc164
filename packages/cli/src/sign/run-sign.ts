import { inspect } from '@sigshift/legacy-detector'
import { createSigner, SignatureError } from '@sigshift/signer/sync'
import type { Call } from '../command.ts'
import type { Result } from '../result.ts'
import { readSecret } from '../secret-options.ts'
import { isSound, toShownIssue } from '../shown-issue.ts'
import { headline } from '../terminal/headline.ts'
import { renderIssues } from '../terminal/render-issues.ts'
import { toText } from '../terminal/style.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import type { SignRows } from './sign-options.ts'

type SignCall = Call<SignRows>

async function readCredentials(
  { options }: SignCall,
  world: World,
): Promise<{ sdkKey: string; sdkSecret: string }> {
  const sdkKey = options.key ?? world.env.ZOOM_MEETING_SDK_KEY
  const sdkSecret = (await readSecret(options, world)) ?? world.env.ZOOM_MEETING_SDK_SECRET
  if (sdkSecret) world.secrets.add(sdkSecret)
  if (sdkKey && sdkSecret) return { sdkKey, sdkSecret }
  throw new UsageError(
    `There is no SDK ${sdkKey ? 'secret' : sdkSecret ? 'key' : 'key and no secret'} to sign with.`,
    'Set ZOOM_MEETING_SDK_KEY and ZOOM_MEETING_SDK_SECRET, or give --key and --secret-file, --secret-env or --ask-secret.',
  )
}

function toSeconds(text: string | undefined): number | undefined {
  return text === undefined || text.trim() === '' ? undefined : Number(text)
}

/** The signer's own errors say which value is wrong; the catalogue says what to do. */
function refusal(error: SignatureError, { stderr }: World): Result {
  const lines = [
    ...headline('No token was made', false, stderr),
    ...renderIssues(error.issues.map(toShownIssue), stderr),
  ]
  return { exitCode: 2, stdout: '', stderr: toText(lines, stderr) }
}

function makeToken(
  { options }: SignCall,
  credentials: { sdkKey: string; sdkSecret: string },
  world: World,
): string {
  const expirationSeconds = toSeconds(options.expirationSeconds)
  return createSigner({ ...credentials, clock: world.clock }).sign({
    meetingNumber: options.meetingNumber,
    role: Number(options.role) as 0 | 1,
    ...(expirationSeconds !== undefined && { expirationSeconds }),
    ...(options.videoWebrtcMode !== undefined && {
      videoWebRtcMode: Number(options.videoWebrtcMode) as 0 | 1,
    }),
  })
}

/** Only the token goes to standard output, and only one that the detector finds sound. */
export async function runSign(call: SignCall, world: World): Promise<Result> {
  const credentials = await readCredentials(call, world)
  let token: string
  try {
    token = makeToken(call, credentials, world)
  } catch (error) {
    if (error instanceof SignatureError) return refusal(error, world)
    throw error
  }
  const { issues } = inspect(token, {
    currentDate: world.clock(),
    secret: credentials.sdkSecret,
    expected: { sdkKey: credentials.sdkKey, meetingNumber: call.options.meetingNumber },
  }).explanation
  if (isSound(issues)) return { exitCode: 0, stdout: `${token}\n`, stderr: '' }
  const { stderr } = world
  const lines = [
    ...headline('A token was made and is kept back, since Zoom would refuse it', false, stderr),
    ...renderIssues(issues, stderr),
  ]
  return { exitCode: 1, stdout: '', stderr: toText(lines, stderr) }
}
