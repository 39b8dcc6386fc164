/** Something that can be seen in code. */
export interface CodeFeature {
  /** What a reader is told was found. */
  readonly name: string
  /** Searched in canonical code; no repetition in it is without a bound. */
  readonly pattern: RegExp
}

/** The old layout: `key mn time role` without separators, then five fields joined by dots. */
export const fourRunTogether: CodeFeature = {
  name: 'four values run together',
  pattern: /[\w$)\]](?:\+[\w$.()[\]!?']{1,80}){3}|'(?:%\w|\{\d?\}){4,5}'|\.join\(''\)|''\.join\(/,
}
export const fiveByDots: CodeFeature = {
  name: 'five values joined by dots',
  pattern:
    /(?:\+'§'\+[^+;]{1,90}){4}|'(?:%\w|\{\d?\})(?:\.(?:%\w|\{\d?\})){4}'|\[(?:[^,[\]]{1,80},){4}[^,[\]]{1,80}\]\.join\('§'\)|'§'\.join\(\[(?:[^,[\]]{1,80},){4}/,
}
export const sixByDots: CodeFeature = {
  name: 'six values joined by dots',
  pattern:
    /(?:\+'§'\+[^+;]{1,90}){5}|'(?:%\w|\{\d?\})(?:\.(?:%\w|\{\d?\})){5}'|\[(?:[^,[\]]{1,80},){5}[^,[\]]{1,80}\]\.join\('§'\)|'§'\.join\(\[(?:[^,[\]]{1,80},){5}/,
}
export const fiveArguments: CodeFeature = {
  name: 'Buffer.from with five arguments',
  pattern: /Buffer\.from\((?:[^,()]{1,60},){4}[^,()]{1,60}\)/,
}
export const thirtySecondsEarly: CodeFeature = {
  name: '30000 ms taken off',
  pattern: /-30_?000\b/,
}

export const hmacSha256: CodeFeature = {
  name: 'HMAC with SHA-256',
  pattern: /hmac[^;]{0,120}?sha-?256|sha-?256[^;]{0,60}?hmac/i,
}
export const nodeHmac: CodeFeature = {
  name: 'createHmac',
  pattern: /createHmac\('sha256'/i,
}
export const cryptoJsHmac: CodeFeature = {
  name: 'HMAC of crypto-js',
  pattern: /crypto-js\/hmac|CryptoJS\.Hmac|\b[hH]macS(?:HA|ha)256(?:\.default)?\(/,
}
export const phpHmac: CodeFeature = {
  name: 'hash_hmac',
  pattern: /hash_hmac\('sha256'/i,
}
export const javaHmac: CodeFeature = {
  name: 'javax.crypto.Mac',
  pattern: /Mac\.getInstance\('HmacSHA256'/,
}
export const pythonHmac: CodeFeature = {
  name: 'hmac.new',
  pattern: /\bhmac\.new\(/,
}
export const csharpHmac: CodeFeature = {
  name: 'HMACSHA256',
  pattern: /\bHMACSHA256[(.]/,
}
export const rubyHmac: CodeFeature = {
  name: 'OpenSSL::HMAC',
  pattern: /OpenSSL\.HMAC\./,
}
export const goHmac: CodeFeature = {
  name: 'hmac.New',
  pattern: /\bhmac\.New\(sha256/,
}

export const urlSafeByJsBase64: CodeFeature = {
  name: 'Base64.encodeURI',
  pattern: /\.encodeURI\(/,
}
export const urlSafeByStrtr: CodeFeature = {
  name: 'strtr',
  pattern: /\bstrtr\(/,
}
export const base64BeforeHmac: CodeFeature = {
  name: 'base64 before the HMAC',
  pattern:
    /ToBase64String\((?:(?!ComputeHash)[^;]){1,200};[\s\S]{1,500}?ComputeHash|ComputeHash\([^;]{0,80}ToBase64String/,
}
export const base64WithLineBreaks: CodeFeature = {
  name: 'Base64.encode64',
  pattern: /\bencode64[( ]/,
}
export const localTimeAsUtc: CodeFeature = {
  name: 'utcnow().timestamp()',
  pattern: /utcnow\(\)\.timestamp\(/,
}
export const hexDigest: CodeFeature = {
  name: 'hex digest',
  pattern:
    /hmac[^;]{0,160}?(?:digest\('hex'\)|hexdigest|enc\.Hex)|bin2hex\([^;]{0,40}hmac|hash_hmac\('sha256',[^,()]{1,60},[^,()]{1,60}\)|hmacsha256(?:\.default)?\([^,()]{1,60},[^,()]{1,60}\)\.toString\(\)/i,
}
export const base64OfHex: CodeFeature = {
  name: 'base64 of a hex digest',
  pattern:
    /(?:encode\w{0,9}|btoa|from|b64encode)\([\w.$]{0,30}hmac[^;]{0,120}?(?:hexdigest|digest\('hex'\)(?!,'hex')|enc\.Hex)|base64_encode\(hash_hmac\('sha256',[^,()]{1,60},[^,()]{1,60}\)/i,
}

export const sdkCredentials: CodeFeature = {
  name: 'SDK key or client ID by name',
  pattern: /sdk_?(?:key|secret)|client_?(?:id|secret)/i,
}
export const accountId: CodeFeature = {
  name: 'account ID by name',
  pattern: /account_?id/i,
}
export const namedSdkSignature: CodeFeature = {
  name: 'function named generateSDKSignature',
  pattern: /(?<![.\w])generate_?sdk_?signature[(=]/i,
}

export const signatureCall: CodeFeature = {
  name: 'call of ZoomMtg.generateSignature',
  pattern: /ZoomMtg\.generateSignature\(|\.generateSignature\(\{[^{}]{0,400}apiSecret/,
}
export const sdkSignatureCall: CodeFeature = {
  name: 'call of ZoomMtg.generateSDKSignature',
  pattern: /ZoomMtg\.generateSDKSignature\(|\.generateSDKSignature\(\{[^{}]{0,400}sdkSecret/,
}

export const sdkKeyBeforeNumber: CodeFeature = {
  name: 'claims from sdkKey on',
  pattern: /\bsdkKey:[^,{}]{1,120},mn:/,
}
export const appKeyAfterExpiry: CodeFeature = {
  name: 'appKey after exp',
  pattern: /\bexp\b[^{}]{0,120}?,appKey:/,
}
export const appKeyFirst: CodeFeature = {
  name: 'claims from appKey and sdkKey on',
  pattern: /\bappKey:[^,{}]{1,120},sdkKey:[^,{}]{1,120},mn:/,
}
export const tokenExp: CodeFeature = {
  name: 'tokenExp',
  pattern: /\btokenExp\b/,
}
export const webRtcMode: CodeFeature = {
  name: 'video_webrtc_mode',
  pattern: /\bvideo_webrtc_mode\b/,
}
export const documentedRange: CodeFeature = {
  name: '1800 to 172800 seconds',
  pattern: /\b1800,172_?800\b/,
}
export const jsrsasign: CodeFeature = {
  name: 'KJUR.jws.JWS.sign',
  pattern: /\bjws\.JWS\.sign\(/,
}

export const issuerAndExpiryAlone: CodeFeature = {
  name: 'claims iss and exp, none of a meeting',
  pattern:
    /[{([](?:(?:iat|exp)(?::[^,{}]{1,120})?,){0,2}iss:[^,{}]{1,120}(?:,(?:iat|exp)(?::[^,{}]{1,120})?){0,2},?[)\]}]/,
}
export const expiryInMilliseconds: CodeFeature = {
  name: 'exp in milliseconds',
  pattern: /\bexp:(?:new Date\(?\)?\.getTime\(\)|Date\.now\(\))(?![^,{}]{0,60}\/1000)/,
}
export const njwt: CodeFeature = {
  name: 'njwt',
  pattern: /\bnjwt\b/i,
}
export const zoomByName: CodeFeature = {
  name: 'Zoom by name',
  pattern: /zoom/i,
}
export const videoAppKey: CodeFeature = {
  name: 'app_key',
  pattern: /\bapp_key:/,
}
export const videoTopic: CodeFeature = {
  name: 'tpc',
  pattern: /\btpc\b/,
}
export const videoRole: CodeFeature = {
  name: 'role_type',
  pattern: /\brole_type\b/,
}
