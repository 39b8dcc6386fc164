const server =
  /\bfrom ['"](?:express|fastify|koa|hono|@nestjs\/|next\/server|aws-lambda|firebase-functions)|require\(['"](?:express|fastify|koa|firebase-functions|aws-sdk|body-parser|mongoose)|['"](?:use server|server-only)['"]|\b(?:NextApiRequest|NextRequest|NextResponse|APIGatewayProxyEvent|Deno\.serve|exports\.handler)\b|\bres\.(?:send|status|json(?!\(\s*\)))\(|@(?:Controller|Injectable)\(\)(?=[\s\S]*@nestjs)/
/** What no bundler brings into a page; a program of these can hold code for the page that it opens. */
const outsidePages =
  /(?:\bfrom |\brequire\()['"](?:(?:node:)?(?:fs|https?|http2|net|child_process)(?:\/\w+)?|puppeteer|playwright)\b|\b(?:BrowserWindow|ipcMain)\b/
const serverPath =
  /(?:^|[\\/])(?:server|backend|api|functions|lambda|netlify|routes|controllers|middleware|supabase)(?:[\\/.]|$)/i
const browser =
  /\bfrom ['"](?:react|react-dom|vue|svelte|@angular\/[\w-]+|solid-js|preact)(?:\/[\w-]+)?['"]|require\(['"]react['"]\)|['"]use client['"]|\b(?:ZoomMtg\.|ZoomMtgEmbedded|document\.(?:getElementById|querySelector|createElement|addEventListener)|localStorage\.|sap\.ui\.define\()|\$\(document\)|(?<![\w.])(?:window\.\w|alert\()|['"]@zoom(?:us\/websdk|\/meetingsdk)/
const publicVariable =
  /\b(?:NEXT_PUBLIC_|REACT_APP_|VITE_|VUE_APP_|NUXT_PUBLIC_|EXPO_PUBLIC_|GATSBY_)\w*SECRET/

const browserPath =
  /(?:^|[\\/])(?:components?|views|widget|client|frontend|public|www|assets)[\\/]/i
/** Angular's settings, which are built into the page. */
const environmentPath = /(?:^|[\\/])environments?[\\/]environment[\w.-]*\.ts$/
/** Zoom's first sample ran in the page, on these two libraries. */
const browserLibraries = /\bfrom ['"](?:crypto-js|js-base64)/

/** The library as another script of the page leaves it: nothing brings it into the file. */
function usesLibraryOfPage(text: string): boolean {
  return /(?<![\w.])CryptoJS\./.test(text) && !/['"]crypto-js/.test(text)
}

/**
 * Whether a JavaScript file is sent to whoever opens the page, as far as it tells itself.
 * @param live Its text without comments: server code that is switched off tells nothing.
 */
export function isBrowserCode(file: string, text: string, live: string, language: string): boolean {
  if (!/^(?:javascript|typescript|tsx)$/.test(language)) return false
  if (server.test(live) || outsidePages.test(live)) return false
  if (publicVariable.test(text)) return true
  if (environmentPath.test(file)) return true
  if (serverPath.test(file)) return false
  if (browser.test(text) || usesLibraryOfPage(live)) return true
  return browserPath.test(file) && browserLibraries.test(text)
}
