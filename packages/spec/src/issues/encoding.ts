import type { Sources } from '../source.ts'
import type { IssueWords } from './issue-entry.ts'

export type EncodingIssueCode =
  | 'base64-standard-alphabet'
  | 'base64-padding'
  | 'dotnet-url-token'
  | 'base64-line-breaks'
  | 'mac-hex'
  | 'mac-base64-of-hex'
  | 'double-encoded'
  | 'url-encoded'
  | 'plus-became-space'
  | 'wrapped-value'
  | 'invisible-character'
  | 'wrong-algorithm'
  | 'alg-none'
  | 'payload-not-json'
  | 'payload-reserialized'
  | 'signed-wrong-message'

/** The right claims, written, signed or carried in a wrong way. */
export const encodingIssues: Readonly<Record<EncodingIssueCode, IssueWords>> = {
  'base64-standard-alphabet': {
    title: 'The token has `+` or `/` where base64url has `-` or `_`',
    cause: 'JWT parts are base64url; with the standard alphabet a join hung without an error.',
    remedy: 'Encode header, payload and MAC with base64url, the first two before signing.',
  },
  'base64-padding': {
    title: 'The parts of the token end in `=`',
    cause: 'RFC 7515 has no padding; Zoom may refuse it, and a URL may turn it into `%3D`.',
    remedy: 'Encode without padding: `Base64.getUrlEncoder().withoutPadding()`, `rstrip("=")`.',
  },
  'dotnet-url-token': {
    title: 'The parts of the token end in a padding count',
    cause: ".NET's `UrlTokenEncode` puts 0, 1 or 2 for the padding, which is not base64url.",
    remedy: 'Use `Base64UrlEncoder.Encode` for each part.',
  },
  'base64-line-breaks': {
    title: 'The token has line breaks',
    cause: "MIME encoders and Ruby's `encode64` wrap lines; the SDK's client view then stops.",
    remedy: 'Use an encoder that does not wrap: `Base64.urlsafe_encode64(text, padding: false)`.',
  },
  'mac-hex': {
    title: 'The MAC is written in hex',
    cause: 'The third part must be base64url of 32 bytes, 43 characters; these are 64 hex digits.',
    remedy: 'Encode the raw digest: `createHmac(...).update(...).digest("base64url")`.',
  },
  'mac-base64-of-hex': {
    title: 'The MAC is base64 of hex digits',
    cause: 'The hex text of the digest was encoded instead of its 32 bytes.',
    remedy: 'Encode the raw digest; in PHP give `hash_hmac` a last argument `true`.',
  },
  'double-encoded': {
    title: 'The JWT was base64-encoded once more',
    cause: 'The web SDK splits the text at its dots, finds none and sends nothing.',
    remedy: 'Pass the JWT on as it was made.',
  },
  'url-encoded': {
    title: 'The token is URL-encoded',
    cause: 'With `%2E` for a dot or `%3D` for `=` in it the web SDK cannot read the token.',
    remedy: 'Decode it once where it leaves the URL: `decodeURIComponent(value)`.',
  },
  'plus-became-space': {
    title: 'A `+` became a space',
    cause: 'Query strings and forms read `+` as a space, so this is not the text that was signed.',
    remedy: 'Encode with base64url, which has no `+`, and send the token in a JSON body.',
  },
  'wrapped-value': {
    title: 'Something is wrapped around the token',
    cause: "JSON, quotes, `b'...'` or `Bearer ` pass the web SDK and reach Zoom in the signature.",
    remedy: 'Pass the bare token: parse the JSON, take `signature`, drop prefix and quotes.',
  },
  'invisible-character': {
    title: 'The token has an invisible character',
    cause: 'A zero-width space, byte order mark or line end reaches Zoom in the signature.',
    remedy: 'Find where it enters, often a pasted setting or a file with a byte order mark.',
  },
  'wrong-algorithm': {
    title: 'The token is not signed with HS256',
    cause: 'HS256 is the one algorithm that Zoom documents; the web SDK does not look at `alg`.',
    remedy: 'Set the header `{"alg":"HS256","typ":"JWT"}` and sign with HMAC-SHA256.',
  },
  'alg-none': {
    title: 'The token is not signed at all',
    cause: 'With `alg` = `none` anybody could have written it; Zoom documents HS256 only.',
    remedy: 'Sign with HS256 and the client secret.',
  },
  'payload-not-json': {
    title: 'The payload is not a JSON object',
    cause:
      'The web SDK reads it as JSON and fails on text, `null`, encryption or other than UTF-8.',
    remedy: 'Sign the claims as a JSON object in UTF-8, in a token of three parts.',
  },
  'payload-reserialized': {
    title: 'The claims were written anew after signing',
    cause: 'The MAC fits the same claims in another order or spacing, not these bytes.',
    remedy: 'Pass on the very token that was signed; do not parse and rebuild it.',
  },
  'signed-wrong-message': {
    title: 'The MAC was made over the wrong text',
    cause: 'HS256 signs `header.payload`, both in base64url; this MAC fits something else.',
    remedy: 'Make the MAC over the first two parts, as sent, with the dot between them.',
  },
}

/** Where each of them is told or was seen. */
export const encodingSources: Readonly<Record<EncodingIssueCode, Sources>> = {
  'base64-standard-alphabet': ['devforum/93507', 'rfc/7515'],
  'base64-padding': ['rfc/7515', 'measured/@zoom/meetingsdk@6.2.0'],
  'dotnet-url-token': [
    'devforum/93507',
    'https://learn.microsoft.com/dotnet/api/system.web.httpserverutility.urltokenencode',
  ],
  'base64-line-breaks': ['measured/@zoom/meetingsdk@6.2.0', 'rfc/7515'],
  'mac-hex': ['rfc/7515'],
  'mac-base64-of-hex': ['rfc/7515', 'devforum/36563'],
  'double-encoded': ['measured/@zoom/meetingsdk@6.2.0'],
  'url-encoded': ['measured/@zoom/meetingsdk@6.2.0'],
  'plus-became-space': ['https://url.spec.whatwg.org/', 'measured/@zoom/meetingsdk@6.2.0'],
  'wrapped-value': ['measured/@zoom/meetingsdk@6.2.0', 'devforum/4005'],
  'invisible-character': ['measured/@zoom/meetingsdk@6.2.0', 'rfc/7515'],
  'wrong-algorithm': ['docs/meeting-sdk/auth', 'measured/@zoom/meetingsdk@6.2.0'],
  'alg-none': ['docs/meeting-sdk/auth', 'rfc/8725'],
  'payload-not-json': ['measured/@zoom/meetingsdk@6.2.0', 'rfc/7519'],
  'payload-reserialized': ['rfc/7515'],
  'signed-wrong-message': ['rfc/7515'],
}
