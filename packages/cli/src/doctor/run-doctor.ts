import { resolve } from 'node:path'
import type { Call } from '../command.ts'
import { jsonResult, type Result } from '../result.ts'
import { readSecret } from '../secret-options.ts'
import { isSound } from '../shown-issue.ts'
import { toText } from '../terminal/style.ts'
import type { World } from '../world.ts'
import type { DoctorRows } from './doctor-options.ts'
import { judge, type Verdict } from './judge.ts'
import { planProbes } from './plan-probes.ts'
import type { Exchange, Probe } from './probe.ts'
import { renderDoctor, renderPlan } from './render-doctor.ts'
import { sendProbe } from './send-probe.ts'
import { toShownExchange, toShownRequest } from './shown-request.ts'
import { parseTarget, type Target } from './target.ts'

/** One after the other, as a page would; where the first gets no answer, the others would get none. */
async function sendAll(
  probes: readonly Probe[],
  { timeoutMilliseconds }: Target,
  world: World,
): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = []
  for (const [i, probe] of probes.entries()) {
    const progress = `Asking ${i + 1} of ${probes.length}: ${probe.purpose}`
    world.showProgress(progress.slice(0, world.stderr.columns - 1))
    const reply = await sendProbe(probe, timeoutMilliseconds, world)
    exchanges.push({ probe, reply })
    if (i === 0 && reply.kind !== 'answer') break
  }
  world.showProgress('')
  return exchanges
}

/** Without the MAC: the token is live, and its owner did not ask to see it. */
function toJsonToken({ token }: Verdict): unknown {
  if (!token) return null
  const { mac: _, ...fields } = token.fields
  return { ...token, fields }
}

/** A folder is told from a URL by being there. */
async function examineFolder(call: Call<DoctorRows>, world: World): Promise<Result | undefined> {
  const { argument = '' } = call
  if (/^https?:/i.test(argument) || !(await world.exists(resolve(world.cwd, argument)))) {
    return undefined
  }
  const { select } = await import('../files/selection.ts')
  const { runDoctorFolder } = await import('./run-doctor-folder.ts')
  return runDoctorFolder(await select([argument], world.cwd), call, world)
}

export async function runDoctor(call: Call<DoctorRows>, world: World): Promise<Result> {
  const ofFolder = await examineFolder(call, world)
  if (ofFolder) return ofFolder
  const target = parseTarget(call)
  const probes = planProbes(target)
  const { json, dryRun } = call.options
  if (dryRun) {
    const requests = probes.map((probe) => toShownRequest(probe, target))
    if (json) return jsonResult(0, { requests })
    return {
      exitCode: 0,
      stdout: toText(renderPlan(requests, world.stdout), world.stdout),
      stderr: '',
    }
  }
  const secret = await readSecret(call.options, world)
  // The secret of this shell is looked for in the answers; whether it signs them is not known.
  const secrets = [secret, world.env.ZOOM_MEETING_SDK_SECRET].filter((text) => text !== undefined)
  for (const text of secrets) world.secrets.add(text)

  const exchanges = await sendAll(probes, target, world)
  const verdict = judge(exchanges, { target, secret, sdkKey: call.options.key, secrets })
  const shown = exchanges.map((exchange) => toShownExchange(exchange, target))
  const sound = isSound(verdict.issues)
  const exitCode = sound ? 0 : 1
  if (json) {
    const { issues } = verdict
    return jsonResult(exitCode, { sound, requests: shown, issues, token: toJsonToken(verdict) })
  }
  const lines = renderDoctor(shown, verdict, world.clock(), world.stdout)
  return { exitCode, stdout: toText(lines, world.stdout), stderr: '' }
}
