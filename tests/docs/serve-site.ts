import { createReadStream, existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'

export interface Site {
  readonly url: string
  readonly close: () => Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

/** The file of an address, as GitHub Pages finds it: itself, with `.html`, or the folder's index. */
export function fileOf(folder: string, pathname: string): string | undefined {
  const path = join(folder, normalize(decodeURIComponent(pathname)))
  return [path, `${path}.html`, join(path, 'index.html')].find(isFile)
}

/** The bars, and the beginning of most texts; what comes later is below the window. */
const longestInPieces = 14_000
const pieceSize = 200
const pauseMs = 20

/**
 * The bytes of a page as they come over a slow line, between words: one that is half there may fit
 * into the line before, which no page can help.
 */
async function* inPieces(path: string): AsyncGenerator<Buffer> {
  const page = await readFile(path)
  let at = 0
  while (at < longestInPieces) {
    const space = page.indexOf(' ', at + pieceSize)
    if (space === -1) break
    yield page.subarray(at, space)
    at = space
    await setTimeout(pauseMs)
  }
  yield page.subarray(at)
}

export interface ServeOptions {
  /** Whether pages come over a slow line, so that a browser paints them half read. */
  readonly slow?: boolean
}

/** Serves a built site on a free port, and nothing else. */
export async function serveSite(
  folder: string,
  { slow = false }: ServeOptions = {},
): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const found = fileOf(folder, pathname)
    const file = found ?? join(folder, '404.html')
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(found ? 200 : 404, { 'content-type': type })
    const bytes = slow && extname(file) === '.html' ? inPieces(file) : createReadStream(file)
    Readable.from(bytes)
      .on('error', () => response.destroy())
      .pipe(response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
