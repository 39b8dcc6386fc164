const server =
  /\bfrom ['"](?:express|fastify|koa|hono|@nestjs\/|next\/server|aws-lambda|firebase-functions)|require\(['"](?:express|fastify|koa|http|https|firebase-functions|aws-sdk|body-parser|mongoose)|['"](?:use server|server-only)['"]|\b(?:NextApiRequest|NextRequest|NextResponse|APIGatewayProxyEvent|Deno\.serve|exports\.handler)\b|\bres\.(?:json|send|status)\(|@(?:Controller|Injectable)\(\)(?=[\s\S]*@nestjs)/
const serverPath =
  /(?:^|[\\/])(?:server|backend|api|functions|lambda|netlify|routes|controllers|middleware|supabase)(?:[\\/.]|$)/i
const browser =
  /\bfrom ['"](?:react|react-dom|vue|svelte|@angular\/[\w-]+|solid-js|preact)(?:\/[\w-]+)?['"]|require\(['"]react['"]\)|['"]use client['"]|\b(?:ZoomMtg\.|ZoomMtgEmbedded|document\.(?:getElementById|querySelector|createElement|addEventListener)|window\.(?:location|addEventListener)|localStorage\.|\$\(document\))|['"]@zoom(?:us\/websdk|\/meetingsdk)/
const publicVariable =
  /\b(?:NEXT_PUBLIC_|REACT_APP_|VITE_|VUE_APP_|NUXT_PUBLIC_|EXPO_PUBLIC_|GATSBY_)\w*SECRET/

const browserPath =
  /(?:^|[\\/])(?:components?|views|widget|client|frontend|public|www|assets)[\\/]/i
/** Angular's settings, which are built into the page. */
const environmentPath = /(?:^|[\\/])environments?[\\/]environment[\w.-]*\.ts$/
/** Zoom's first sample ran in the page, on these two libraries. */
const browserLibraries = /\bfrom ['"](?:crypto-js|js-base64)/

/**
 * Whether a JavaScript file is sent to whoever opens the page, as far as it tells itself.
 * @param live Its text without comments: server code that is switched off tells nothing.
 */
export function isBrowserCode(file: string, text: string, live: string, language: string): boolean {
  if (!/^(?:javascript|typescript|tsx)$/.test(language)) return false
  if (server.test(live)) return false
  if (publicVariable.test(text)) return true
  if (environmentPath.test(file)) return true
  if (serverPath.test(file)) return false
  return browser.test(text) || (browserPath.test(file) && browserLibraries.test(text))
}
