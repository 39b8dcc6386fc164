import type { IssueCode, Sources } from '@sigshift/spec'
import { prose, sourceList } from './markdown.ts'

interface Correction {
  readonly title: string
  /** What a page of Zoom says or said. */
  readonly said: string
  readonly fact: string
  readonly proof: string
  readonly sources: Sources
  /** The issue that who follows the page runs into. */
  readonly issue?: IssueCode
}

/** Where Zoom's documentation and samples say something that does not hold, with what shows it. */
const corrections: readonly Correction[] = [
  {
    title: '`appKey` is required on the web',
    said: 'Revisions of the auth page called `sdkKey` required and `appKey` optional for the web.',
    fact: 'Since Web SDK 5.0.0 the signature must carry `appKey`. A token that carries both keys fits old and new versions.',
    proof:
      'The type declarations of the package say so. In 6.2.0 a token with `sdkKey` alone makes the client view send `apiKey=undefined`.',
    sources: [
      'github/zoom/meetingsdk-web@33e2d39',
      'github/zoom/meetingsdk-web@0706b85',
      'measured/@zoom/meetingsdk@6.2.0',
    ],
    issue: 'app-key-missing',
  },
  {
    title: 'Nothing stands before the JWT',
    said: 'A troubleshooting page of Zoom’s agent skills shows a signature with `appKey:sdkKey.` before the JWT.',
    fact: 'The signature is the JWT alone.',
    proof:
      'No other source has the prefix. With `appKey:KEY.` before the JWT, 6.2.0 reads the wrong part and reports that `appKey` is missing.',
    sources: [
      'github/zoom/zoom-zra-plugin-codex@681213c',
      'measured/@zoom/meetingsdk@6.2.0',
      'inferred',
    ],
    issue: 'key-prefix-before-jwt',
  },
  {
    title: 'The shortest lifetime is 1800 seconds, and not quite',
    said: 'The documentation allows `exp` from 1800 seconds after `iat`; an agent skill says two hours.',
    fact: 'Sign more than 1800 seconds. Exactly 1800 is refused by some SDKs, at some times.',
    proof:
      'A developer reports that native SDKs compare with “greater than”; on the web a token of exactly 1800 seconds was refused now and then. Every official page but the skill says 1800, none says two hours.',
    sources: [
      'github/mieszko4/react-native-zoom-us#254',
      'devforum/77167',
      'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
      'github/zoom/zoom-zra-plugin-codex@681213c',
    ],
    issue: 'lifetime-at-minimum',
  },
  {
    title: '`exp` need not be greater than `tokenExp`',
    said: 'A guide by Zoom says that `exp` is greater than `tokenExp`.',
    fact: 'Every official sample signs the two equal.',
    proof: 'Read in the sample at each revision since 2022.',
    sources: [
      'devforum/85961',
      'github/zoom/meetingsdk-auth-endpoint-sample@bdc3292',
      'github/zoom/meetingsdk-auth-endpoint-sample@159686b',
    ],
    issue: 'token-exp-invalid',
  },
  {
    title: 'The sample signs `iat` at this very second',
    said: 'Zoom’s sample set `iat` 30 seconds back in 2022 and has not done so since December 2023.',
    fact: 'A server whose clock is ahead then signs in the future. Set `iat` 30 seconds back.',
    proof:
      'Developers cured intermittent refusals by setting `iat` back; how far ahead Zoom tolerates is not documented.',
    sources: [
      'github/zoom/meetingsdk-auth-endpoint-sample@ebf1f8c',
      'github/zoom/meetingsdk-auth-endpoint-sample@27140fa',
      'devforum/82045',
    ],
    issue: 'iat-in-future',
  },
  {
    title: 'The C# sample of the old signature never worked',
    said: 'The reference documentation of 2019 to 2021 computed the HMAC over the raw message.',
    fact: 'Every other language computes it over the base64 of the message.',
    proof: 'The C# text compared with the others at the same revision.',
    sources: [
      'github/zoom/meetingsdk-web-sample@315cb91',
      'github/zoom/meetingsdk-web-sample@1aebdc3',
    ],
    issue: 'legacy-signature-raw-message',
  },
  {
    title: 'The Python sample was right only where the clock shows UTC',
    said: 'The Python 3 sample took `datetime.utcnow().timestamp()` for the time.',
    fact: 'That reads UTC as local time, so the result is off by the host’s time zone.',
    proof: 'Run here: 10,800 s ahead in São Paulo, 19,800 s behind in Kolkata.',
    sources: ['github/zoom/meetingsdk-web-sample@0a13594'],
    issue: 'time-zone-shift',
  },
  {
    title: 'A Node.js sample returned the key alone',
    said: 'A documentation page of 2022 gave `Buffer.from` five arguments.',
    fact: 'Node.js encodes the first argument; the result is the base64 of the API key.',
    proof: 'Run here: 32 characters come out whatever the rest is.',
    sources: ['https://marketplace.zoom.us/docs/sdk/native-sdks/web/signature/'],
    issue: 'legacy-key-only',
  },
  {
    title: 'Text 3711 says another thing than the server',
    said: 'The SDK shows “Cannot not host another meeting concurrently.”',
    fact: 'It stands for the answer “Can not be host in other account’s meeting.”',
    proof: 'Seen in 6.2.0 with that answer mocked.',
    sources: ['measured/@zoom/meetingsdk@6.2.0'],
    issue: 'host-of-other-account',
  },
  {
    title: '“You have been limit by zoom” is no rate limit',
    said: 'The client view logs “You have been limit by zoom, verfy recaptcha and try again”.',
    fact: 'It logs this whenever the info request fails: no network, HTTP 401, an answer that is not JSON.',
    proof: 'Seen in 6.2.0 with each of these failures.',
    sources: ['measured/@zoom/meetingsdk@6.2.0'],
    issue: 'info-request-failed',
  },
]

export function correctionSections(): string {
  return corrections
    .map(
      ({ title, said, fact, proof, sources, issue }) => `## ${prose(title)}

**Said.** ${prose(said)}

**What holds.** ${prose(fact)}

**What shows it.** ${prose(proof)}
${issue ? `\nIssue: [\`${issue}\`](/issues/${issue})\n` : ''}
${sourceList(sources)}
`,
    )
    .join('\n')
}
