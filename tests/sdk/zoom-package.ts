import { execFile } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const sdkVersion = '6.2.0'

/** Zoom's own package from the registry, unpacked in a temporary folder; never part of this repository. */
export async function fetchZoomPackage(): Promise<string> {
  const folder = join(tmpdir(), `sigshift-zoom-meetingsdk-${sdkVersion}`)
  if (existsSync(join(folder, 'package.json'))) return folder
  const work = await mkdtemp(`${folder}-`)
  await run('npm', ['pack', `@zoom/meetingsdk@${sdkVersion}`, '--silent'], { cwd: work })
  const [tarball = ''] = await readdir(work)
  await run('tar', ['xzf', tarball], { cwd: work })
  await mkdir(join(folder, '..'), { recursive: true })
  await rename(join(work, 'package'), folder)
  await rm(work, { recursive: true })
  return folder
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
}

/** Serves the package's files and the pages given, on 127.0.0.1. */
export async function servePackage(
  folder: string,
  pages: Readonly<Record<string, string>>,
): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const page = pages[pathname]
    if (page !== undefined) {
      response.setHeader('content-type', 'text/html')
      response.end(page)
      return
    }
    const path = join(folder, normalize(pathname))
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
    createReadStream(path)
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { server, url: `http://127.0.0.1:${port}` }
}
