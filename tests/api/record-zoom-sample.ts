// Runs Zoom's sample and records what it answers, for the differential test:
//   git clone https://github.com/zoom/meetingsdk-auth-endpoint-sample; npm install in it, then
//   node tests/api/record-zoom-sample.ts FOLDER > packages/vectors/data/zoom-sample-answers.json
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { type Recorded, record } from './zoom-sample-answer.ts'
import { createRequests, type Exchange } from './zoom-sample-requests.ts'

const [, , folder = ''] = process.argv
const port = 4999
const credentials = {
  ZOOM_MEETING_SDK_KEY: 'sample-key',
  ZOOM_MEETING_SDK_SECRET: 'sample-secret-1',
}

function ask({ method, path, contentType, body }: Exchange): Promise<Recorded> {
  const headers = {
    ...(contentType === null ? {} : { 'content-type': contentType }),
    ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }),
    origin: 'https://app.example',
  }
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => {
        text += chunk
      })
      answer.on('end', () => {
        const allowOrigin = answer.headers['access-control-allow-origin'] ?? null
        resolve(record(answer.statusCode ?? 0, allowOrigin, text))
      })
    })
    asked.on('error', reject)
    asked.end(body ?? undefined)
  })
}

const child = spawn(process.execPath, ['src/index.js'], {
  cwd: folder,
  env: { PATH: process.env.PATH, PORT: `${port}`, ...credentials },
  stdio: ['ignore', 'pipe', 'ignore'],
})
try {
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const rows: object[] = []
  for (const asked of createRequests()) rows.push({ request: asked, ...(await ask(asked)) })
  const source = `zoom/meetingsdk-auth-endpoint-sample ${version}, run on Node ${process.version}`
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
  process.stdout.write(
    `{\n  "source": ${JSON.stringify(source)},\n  "sdkKey": "sample-key",\n  "answers": [\n${lines}\n  ]\n}\n`,
  )
} finally {
  child.kill()
}
