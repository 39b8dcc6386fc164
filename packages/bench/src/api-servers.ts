import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Server {
  readonly name: string
  readonly env: Readonly<Record<string, string>>
  readonly command: readonly string[]
  readonly cwd: string
  readonly port: number
}

export const reference = 'empty Fastify route'

const root = join(import.meta.dirname, '..', '..', '..')
const api = join(root, 'apps/api')
const live = '--conditions=@sigshift/source'
const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
const credentials = {
  ZOOM_MEETING_SDK_KEY: 'xu3JPaA_RJW2-9l5_HAaLA',
  ZOOM_MEETING_SDK_SECRET: secret,
}
const callerKey = `sgs_${createHash('sha256').update('the caller of the bench').digest('base64url')}`

/** Every server gets the same request; only one of them looks at the key. */
export const requestHeaders: Readonly<Record<string, string>> = {
  'content-type': 'application/json',
  authorization: `Bearer ${callerKey}`,
}

/** Hooks, limits and the log that a setting turns off. */
const pluginsOff = {
  LOG_LEVEL: 'silent',
  OPEN_ACCESS: 'host',
  RATE_PER_ADDRESS: '0',
  EVENT_LOOP_DELAY_MS: '0',
}

/** One caller whose policy names its app, its role and its meetings, and allows more than is asked. */
function writeAccess(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'sigshift-bench-')), 'access.json')
  const hash = createHash('sha256').update(callerKey).digest('hex')
  const policy = {
    apps: ['main'],
    roles: ['participant'],
    meetingNumbers: ['84512367890'],
    ratePerMinute: 1_000_000,
  }
  const sdkSecret = { env: 'MAIN_SECRET' }
  const apps = { main: { sdkKey: credentials.ZOOM_MEETING_SDK_KEY, sdkSecret } }
  writeFileSync(
    path,
    JSON.stringify({ apps, callers: { web: { keys: [`sha256:${hash}`], policy } } }),
  )
  return path
}

function ofApi(name: string, port: number, env: Server['env']): Server {
  return { name, port, env, command: [live, join(api, 'src/server.ts')], cwd: api }
}

/** The servers in the order of the tables, each on a port of its own. */
export function servers(zoomSample: string | undefined): readonly Server[] {
  const all: Server[] = [
    {
      name: reference,
      env: {},
      command: [live, join(import.meta.dirname, 'empty-route.ts')],
      cwd: import.meta.dirname,
      port: 4101,
    },
    ofApi('apps/api, plugins off', 4102, { ...credentials, ...pluginsOff }),
    ofApi('apps/api, auth, policy, limits', 4105, {
      MAIN_SECRET: secret,
      ACCESS_FILE: writeAccess(),
      LOG_LEVEL: 'silent',
      RATE_PER_ADDRESS: '1000000',
    }),
    ofApi('apps/api, as it starts, a log line each', 4104, credentials),
  ]
  if (zoomSample && existsSync(join(zoomSample, 'src/index.js'))) {
    const command = ['src/index.js']
    all.push({ name: 'Zoom’s sample', command, env: credentials, cwd: zoomSample, port: 4103 })
  } else {
    console.log('\nZoom’s sample is left out: clone zoom/meetingsdk-auth-endpoint-sample, run')
    console.log('`npm install` in it and give its folder as ZOOM_SAMPLE_DIR.')
  }
  return all
}
