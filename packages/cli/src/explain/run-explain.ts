import { type Inspection, inspect } from '@sigshift/legacy-detector'
import type { Call } from '../command.ts'
import { jsonResult, type Result } from '../result.ts'
import { readSecret } from '../secret-options.ts'
import { isSound } from '../shown-issue.ts'
import { toText } from '../terminal/style.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import type { ExplainRows } from './explain-options.ts'
import { parseTime } from './parse-time.ts'
import { readSignature } from './read-signature.ts'
import { renderInspection } from './render-inspection.ts'
import type { SymptomAnswer } from './symptom-answer.ts'

type ExplainCall = Call<ExplainRows>

/** Loaded only where it is asked for: most calls have no need of the table of messages. */
async function answerError({ options }: ExplainCall): Promise<SymptomAnswer | undefined> {
  const { error, view, sdkVersion } = options
  if (error !== undefined) {
    const { answerSymptom } = await import('./symptom-answer.ts')
    return answerSymptom(error, view, sdkVersion)
  }
  if (view === undefined && sdkVersion === undefined) return undefined
  throw new UsageError(
    '--view and --sdk-version say where an error was seen, and no --error is given.',
    'Add --error "the text that the SDK shows", or leave them out.',
  )
}

async function renderError(
  symptom: SymptomAnswer,
  inspection: Inspection | undefined,
  terminal: Terminal,
): Promise<readonly string[]> {
  const { renderSymptom } = await import('./render-symptom.ts')
  const seen = new Set(inspection?.issues.map(({ code }) => code))
  return renderSymptom(symptom, seen, terminal)
}

async function inspectSignature(
  text: string,
  { options }: ExplainCall,
  currentDate: Date,
  world: World,
): Promise<Inspection> {
  const secret = await readSecret(options, world)
  const expected = { sdkKey: options.key, meetingNumber: options.meetingNumber }
  return inspect(text, { currentDate, secret, expected })
}

export async function runExplain(call: ExplainCall, world: World): Promise<Result> {
  const currentDate = call.options.now === undefined ? world.clock() : parseTime(call.options.now)
  const symptom = await answerError(call)
  const text = await readSignature(call, world)
  const inspection =
    text === undefined ? undefined : await inspectSignature(text, call, currentDate, world)
  // What the SDK shows is a fault by itself, unless the symptom is known to be harmless.
  const sound = isSound(inspection?.issues ?? []) && (symptom?.sound ?? true)
  const exitCode = sound ? 0 : 1
  if (call.options.json) {
    return jsonResult(exitCode, { sound, ...inspection, ...(symptom && { symptom }) })
  }
  const lines = [
    ...(inspection ? renderInspection(inspection, currentDate, world.stdout) : []),
    ...(inspection && symptom ? [''] : []),
    ...(symptom ? await renderError(symptom, inspection, world.stdout) : []),
  ]
  return { exitCode, stdout: toText(lines, world.stdout), stderr: '' }
}
