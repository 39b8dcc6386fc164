// Load for some minutes, and how memory and handles change meanwhile. Not part of CI:
//   node tests/api/soak.ts [minutes]      on Linux; the figures are of the second half
import { readdirSync } from 'node:fs'
import { load } from './load.ts'
import { freePort } from './redis.ts'
import { say } from './say.ts'
import { callerKey, createAccessFolder, sdkSecret, startApi } from './start-api.ts'

const minutes = Number(process.argv[2] ?? 5)
const everyMs = 5000

interface Sample {
  readonly minute: number
  readonly rss: number
  readonly heap: number
  /** Of buffers and strings outside the heap. */
  readonly external: number
  /** Sockets, timers and other resources that keep the event loop going. */
  readonly handles: number
  readonly files: number
}

/** Change a minute, by least squares. */
function slope(samples: readonly Sample[], pick: (sample: Sample) => number): number {
  const n = samples.length
  const meanX = samples.reduce((sum, { minute }) => sum + minute, 0) / n
  const meanY = samples.reduce((sum, one) => sum + pick(one), 0) / n
  const above = samples.reduce((sum, one) => sum + (one.minute - meanX) * (pick(one) - meanY), 0)
  return above / samples.reduce((sum, { minute }) => sum + (minute - meanX) ** 2, 0)
}

const folder = createAccessFolder()
folder.write(sdkSecret, { ratePerMinute: 1_000_000 })
const metricsPort = await freePort()
const api = await startApi({
  env: {
    ACCESS_FILE: folder.path,
    METRICS_PORT: `${metricsPort}`,
    LOG_LEVEL: 'warn',
    RATE_PER_ADDRESS: '1000000',
  },
})

async function sample(minute: number): Promise<Sample> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1])
  return {
    minute,
    rss: read('process_resident_memory_bytes') / 2 ** 20,
    heap: read('nodejs_heap_size_used_bytes') / 2 ** 20,
    external: read('nodejs_external_memory_bytes') / 2 ** 20,
    handles: read('nodejs_active_resources_total'),
    files: readdirSync(`/proc/${api.process.pid}/fd`).length,
  }
}

const samples: Sample[] = []
const start = Date.now()

async function watch(): Promise<void> {
  for (let next = start + everyMs; next <= start + minutes * 60_000; next += everyMs) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - Date.now())))
    samples.push(await sample((Date.now() - start) / 60_000))
    const { minute, rss, heap, external, handles, files } = samples.at(-1) as Sample
    const memory = Object.entries({ rss, heap, external })
      .map(([name, megabytes]) => `${name} ${megabytes.toFixed(1)} MB`)
      .join('  ')
    say(`${minute.toFixed(2)} min  ${memory}  handles ${handles}  files ${files}`)
  }
}

try {
  const headers = { authorization: `Bearer ${callerKey}` }
  const connections = 32
  const { counts } = await load({
    ports: [api.port],
    connections,
    headers,
    until: watch(),
    most: 1e9,
  })
  const half = samples.slice(samples.length >> 1)
  say(`answers: ${JSON.stringify(counts)}`)
  for (const name of ['rss', 'heap', 'external', 'handles', 'files'] as const) {
    const values = half.map((one) => one[name])
    const range = `${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}`
    say(
      `${name}: ${range}, ${slope(half, (one) => one[name]).toFixed(3)} a minute in the second half`,
    )
  }
} finally {
  api.process.kill('SIGTERM')
  await api.ended
  folder.remove()
}
