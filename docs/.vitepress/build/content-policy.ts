import { createHash } from 'node:crypto'

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
}

/** The inline scripts that a browser would run; JSON-LD is data and needs no leave. */
function inlineScripts(html: string): readonly string[] {
  const scripts = html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)
  return [...scripts].flatMap(([, attributes = '', text = '']) =>
    /\bsrc=|application\/ld\+json/.test(attributes) ? [] : [text],
  )
}

/** Only the site's own files, and only the inline scripts that the page was built with. */
export function addContentPolicy(html: string): string {
  const policy = [
    "default-src 'self'",
    `script-src 'self' ${[...new Set(inlineScripts(html).map(hashOf))].join(' ')}`,
    "style-src 'self'",
    // The highlighter colours code by style attributes; they can load nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  return html.replace('<meta charset="utf-8">', (charset) => `${charset}\n    ${meta}`)
}
