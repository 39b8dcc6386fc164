import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LegacyVariantName, legacyVariants } from '@sigshift/legacy-detector'
import { code, frontmatter, list, prose, sourceCell } from './markdown.ts'
import { readSnippet, type Snippet, snippets } from './snippets.ts'

/** One framework: which language signs, where the endpoint stands, what to search for. */
export interface Guide {
  readonly slug: string
  readonly name: string
  readonly language: string
  /** The endpoint, below `docs/snippets`. */
  readonly file: string
  /** Where the file goes in a project. */
  readonly place: string
  /** Who may ask, in this framework. */
  readonly access: string
  /** Texts that occur in the old code. */
  readonly markers: readonly string[]
  readonly variants: readonly LegacyVariantName[]
}

const node = {
  language: 'TypeScript',
  markers: ['ZoomMtg.generateSignature(', 'createHmac(', 'Buffer.from(apiKey + meetingNumber +'],
  variants: ['node-2020-03-02', 'node', 'node-five-arguments', 'javascript'],
} as const satisfies Partial<Guide>
const php = {
  language: 'PHP',
  markers: [
    "hash_hmac('sha256', $data, $api_secret, true)",
    'base64_encode($api_key . $meeting_number',
  ],
  variants: ['php'],
} as const satisfies Partial<Guide>

export const guides: readonly Guide[] = [
  {
    ...node,
    slug: 'express',
    name: 'Express',
    file: 'express/server.ts',
    place: 'the file that sets up your routes',
    access:
      'Put the check of your session in front of the route; without it anybody gets signatures.',
  },
  {
    ...node,
    slug: 'nextjs',
    name: 'Next.js',
    file: 'nextjs/route.ts',
    place: '`app/zoom/signature/route.ts`',
    access:
      'Look up the session at the top of `POST`; without it anybody gets signatures. Name no variable `NEXT_PUBLIC_…`: those are sent to the browser.',
  },
  {
    ...php,
    slug: 'laravel',
    name: 'Laravel',
    file: 'laravel/web.php',
    place: '`routes/web.php`, with the key and the secret under `zoom` in `config/services.php`',
    access:
      '`auth` lets only signed-in users in. The route is under Laravel’s CSRF protection, so send its token.',
  },
  {
    ...php,
    slug: 'wordpress',
    name: 'WordPress',
    file: 'wordpress/zoom-signature.php',
    place: 'a plugin of your own',
    access:
      '`permission_callback` lets only signed-in users in; send the REST nonce from the page.',
  },
  {
    slug: 'django',
    name: 'Django',
    language: 'Python',
    file: 'django/views.py',
    place: '`views.py`, with the signing function in `zoom.py` beside it',
    access:
      '`login_required` lets only signed-in users in. The view is under CSRF protection, so send its token.',
    markers: ['hmac.new(', 'base64.b64encode(', 'datetime.utcnow()'],
    variants: ['python', 'python-utcnow'],
  },
  {
    slug: 'rails',
    name: 'Rails',
    language: 'Ruby',
    file: 'rails/zoom_controller.rb',
    place: '`app/controllers/zoom_controller.rb`, with the signing methods in a concern',
    access: '`authenticate_user!` is Devise’s; use what your application signs users in with.',
    markers: ['OpenSSL::HMAC.digest(', 'Base64.strict_encode64(', 'Base64.encode64('],
    variants: ['ruby', 'ruby-encode64'],
  },
  {
    slug: 'spring',
    name: 'Spring',
    language: 'Java',
    file: 'spring/ZoomController.java',
    place: 'beside your other controllers, with `Sign.java`',
    access: 'Spring Security decides who reaches the path; permit signed-in users only.',
    markers: ['Mac.getInstance("HmacSHA256")', 'String.format("%s%s%s%d"'],
    variants: ['java'],
  },
  {
    slug: 'aspnet',
    name: 'ASP.NET Core',
    language: 'C#',
    file: 'aspnet/ZoomController.cs',
    place:
      '`Controllers/ZoomController.cs`, with `Sign.cs` beside it, its `Main` taken out. `Program.cs` needs `AddControllers()` and `MapControllers()`',
    access:
      '`[Authorize]` lets only signed-in users in, by the authentication that `Program.cs` sets up.',
    markers: ['new HMACSHA256(', 'msgHashPreHmac', 'HttpServerUtility.UrlTokenEncode'],
    variants: ['csharp', 'csharp-raw-message'],
  },
  {
    slug: 'go',
    name: 'Go (net/http)',
    language: 'Go',
    file: 'go-http/handler.go',
    place: 'beside the signing function, its `main` taken out',
    access: 'Wrap the handler in the check of your session; without it anybody gets signatures.',
    markers: ['hmac.New(sha256.New', 'base64.StdEncoding.EncodeToString('],
    variants: ['node'],
  },
]

function read(file: string): string {
  return readFileSync(join(import.meta.dirname, '../../snippets', file), 'utf8').trimEnd()
}

function oldForms({ variants }: Guide): string {
  const rows = legacyVariants.filter(({ name }) => variants.includes(name))
  return list(rows.map(({ title, sources }) => `${prose(title)} (${sourceCell(sources)})`))
}

function headOf({ name }: Guide): string {
  return frontmatter({
    title: `Zoom signature in ${name}: from the old one to the JWT`,
    description: `Replace the old base64 HMAC signature by a Meeting SDK JWT in ${name}.`,
  })
}

function findOldCode(guide: Guide): string {
  return `## Find the old code

\`\`\`sh
npx sigshift scan
\`\`\`

It finds code that makes the old signature and writes nothing. \`npx sigshift migrate\` shows, as a diff, what it
would put in its place; see the [command line](/reference/cli). By hand, search for
${guide.markers.map(code).join(', ')}. The [debugger](/debugger) names the published sample that a
piece of code follows. Known forms:

${oldForms(guide)}

Delete it whole. Its key and secret were those of a JWT app, which ended; a new format with the old
credentials fails too. Take the client ID and client secret of an app that has the Meeting SDK switched on:
see [client ID or SDK key](/migrate/credentials).
`
}

function snippetOf({ language }: Guide): Snippet {
  const snippet = snippets.find((row) => row.language === language)
  if (!snippet) throw new Error(`no snippet is in ${language}`)
  return snippet
}

function sign(guide: Guide): string {
  const { language } = guide
  const install = language === 'TypeScript' ? '\n```sh\nnpm install @sigshift/signer\n```\n' : ''
  const signing =
    language === 'TypeScript'
      ? 'The package signs; nothing of the algorithm stays in your code.'
      : `This is the whole of it in ${language}, with the standard library alone.`
  const snippet = snippetOf(guide)
  return `## Sign

${signing}
${install}
\`\`\`${snippet.fence}
${readSnippet(snippet)}
\`\`\`

The key and the secret come from the environment. They stay on the server.
`
}

function endpoint(guide: Guide): string {
  const { file, place, access } = guide
  return `## The endpoint

In ${place}:

\`\`\`${snippetOf(guide).fence}
${read(file)}
\`\`\`

${access}

The role is 0 here, whatever the request says. Sign role 1 only for users whom your own data name as host.
`
}

function joinAndCheck(): string {
  return `## The page

\`\`\`js
${read('join/join.js')}
\`\`\`

\`apiKey\` and \`sdkKey\` are not passed to \`join\` any more: current SDKs read the key from the token. SDK 3.x
still wants \`sdkKey\` there; see [which signature for my SDK](/sdk-versions).

## Check it

\`\`\`sh
npx sigshift doctor http://localhost:3000/zoom/signature --dry-run
npx sigshift doctor http://localhost:3000/zoom/signature
\`\`\`

If joining still fails, look up [the message](/symptoms/).
`
}

export function guidePage(guide: Guide): string {
  return `${headOf(guide)}
# The signature in ${guide.name}

${findOldCode(guide)}
${sign(guide)}
${endpoint(guide)}
${joinAndCheck()}`
}

export function guideList(): string {
  return list(guides.map(({ slug, name, language }) => `[${name}](/migrate/${slug}) (${language})`))
}
