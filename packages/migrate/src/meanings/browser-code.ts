const server =
  /\bfrom ['"](?:express|fastify|koa|hono|@nestjs\/|next\/server|aws-lambda|firebase-functions)|require\(['"](?:express|fastify|koa|http|https|firebase-functions|aws-sdk|body-parser|mongoose)|['"]use server['"]|\b(?:NextApiRequest|NextRequest|NextResponse|APIGatewayProxyEvent|Deno\.serve|exports\.handler)\b|\bres\.(?:json|send|status)\(|@(?:Controller|Injectable)\(\)(?=[\s\S]*@nestjs)/
const serverPath =
  /(?:^|[\\/])(?:server|backend|api|functions|lambda|netlify|routes|controllers|middleware|supabase)(?:[\\/.]|$)/i
const browser =
  /\bfrom ['"](?:react|react-dom|vue|svelte|@angular\/[\w-]+|solid-js|preact)(?:\/[\w-]+)?['"]|require\(['"]react['"]\)|['"]use client['"]|\b(?:ZoomMtg\.|ZoomMtgEmbedded|document\.(?:getElementById|querySelector|createElement|addEventListener)|window\.(?:location|addEventListener)|localStorage\.|\$\(document\))|['"]@zoom(?:us\/websdk|\/meetingsdk)/
const publicVariable =
  /\b(?:NEXT_PUBLIC_|REACT_APP_|VITE_|VUE_APP_|NUXT_PUBLIC_|EXPO_PUBLIC_|GATSBY_)\w*SECRET/

const browserPath =
  /(?:^|[\\/])(?:components?|views|widget|client|frontend|public|www|assets)[\\/]/i
/** Zoom's first sample ran in the page, on these two libraries. */
const browserLibraries = /\bfrom ['"](?:crypto-js|js-base64)/

/** Whether a JavaScript file is sent to whoever opens the page, as far as it tells itself. */
export function isBrowserCode(file: string, text: string, language: string): boolean {
  if (!/^(?:javascript|typescript|tsx)$/.test(language)) return false
  if (server.test(text)) return false
  if (publicVariable.test(text)) return true
  if (serverPath.test(file)) return false
  return browser.test(text) || (browserPath.test(file) && browserLibraries.test(text))
}
