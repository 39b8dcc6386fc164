import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A file of the site: its media type and its text. */
export type SiteFile = readonly [type: string, text: string]

export interface Site {
  readonly origin: string
  readonly close: () => void
}

const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:"

/** Serves the files on 127.0.0.1, under a policy that lets a page evaluate nothing. */
export async function serve(files: Readonly<Record<string, SiteFile>>): Promise<Site> {
  const server = createServer(({ url = '' }, response) => {
    const [type, text] = files[url] ?? ['text/plain', undefined]
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': policy,
    })
    response.end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
