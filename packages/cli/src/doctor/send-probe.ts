import { printable } from '../terminal/printable.ts'
import type { World } from '../world.ts'
import type { Probe, Reply } from './probe.ts'

/** A signature has some 300 characters. */
const maximumBytes = 65_536

async function readBody(response: Response): Promise<{ body: string; isCut: boolean }> {
  const decoder = new TextDecoder()
  let body = ''
  let bytes = 0
  if (!response.body) return { body, isCut: false }
  // Leaving the loop cancels the stream, so nothing more is taken from the network.
  for await (const chunk of response.body) {
    const room = maximumBytes - bytes
    bytes += chunk.length
    body += decoder.decode(chunk.subarray(0, room), { stream: true })
    if (bytes > maximumBytes) return { body, isCut: true }
  }
  return { body: body + decoder.decode(), isCut: false }
}

/** `fetch` says only that it failed; the reason lies in the chain of causes. */
function reasonOf(error: unknown): string {
  let inner = error
  for (let i = 0; i < 4 && inner instanceof Error && inner.cause instanceof Error; i += 1)
    inner = inner.cause
  const { code, message } = inner as NodeJS.ErrnoException
  return printable(String(code ?? message)).slice(0, 80)
}

/** The only place of this command that uses the network. Redirects are not followed. */
export async function sendProbe(
  { method, url, headers, body }: Probe,
  milliseconds: number,
  { fetch, clock }: Pick<World, 'fetch' | 'clock'>,
): Promise<Reply> {
  const signal = AbortSignal.timeout(milliseconds)
  const sentAt = clock()
  try {
    const response = await fetch(url, {
      method,
      headers: { 'user-agent': 'sigshift-doctor', ...headers },
      redirect: 'manual',
      signal,
      ...(body !== undefined && { body }),
    })
    const receivedAt = clock()
    const { status } = response
    const read = await readBody(response)
    return {
      kind: 'answer',
      status,
      headers: Object.fromEntries(response.headers),
      ...read,
      sentAt,
      receivedAt,
    }
  } catch (error) {
    return signal.aborted
      ? { kind: 'timeout', milliseconds }
      : { kind: 'unreachable', reason: reasonOf(error) }
  }
}
