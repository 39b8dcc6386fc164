import { describe, expect, it } from 'vitest'
import { homeMadeSources } from './home-made-sources.ts'
import { identifySource } from './identify-source.ts'
import { legacySources } from './legacy-sources.ts'
import { tokenSources } from './token-sources.ts'

/* biome-ignore-start lint/suspicious/noTemplateCurlyInString: code to be read */
const jsClassic = `
import * as b64 from 'js-base64'
import * as mac from 'crypto-js/hmac-sha256'
import * as enc from 'crypto-js/enc-base64'
function sign(o) {
  const ts = new Date().getTime()
  const text = b64.Base64.encode(o.key + o.number + ts + o.role)
  const sum = mac.default(text, o.secret)
  return b64.Base64.encodeURI(\`\${o.key}.\${o.number}.\${ts}.\${o.role}.\${enc.stringify(sum)}\`)
}`

const node = `
const crypto = require('crypto')
app.post('/', (req, res) => {
  const time = new Date().getTime() - 30000
  const text = Buffer.from(conf.key + req.body.number + time + req.body.role).toString('base64')
  const sum = crypto.createHmac('sha256', conf.secret).update(text).digest('base64')
  const out = Buffer.from(\`\${conf.key}.\${req.body.number}.\${time}.\${req.body.role}.\${sum}\`).toString('base64')
  res.json({ out })
})`

const php = `
function sign($k, $s, $n, $r) {
  $t = time() * 1000 - 30000;
  $d = base64_encode($k . $n . $t . $r);
  $m = hash_hmac('sha256', $d, $s, true);
  $all = $k . "." . $n . "." . $t . "." . $r . "." . base64_encode($m);
  return rtrim(strtr(base64_encode($all), '+/', '-_'), '=');
}`

const java = `
Mac mac = Mac.getInstance("HmacSHA256");
String ts = Long.toString(System.currentTimeMillis() - 30000);
String text = String.format("%s%s%s%d", key, number, ts, role);
mac.init(new SecretKeySpec(secret.getBytes(), "HmacSHA256"));
byte[] sum = mac.doFinal(Base64.getEncoder().encodeToString(text.getBytes()).getBytes());
String all = String.format("%s.%s.%s.%d.%s", key, number, ts, role, DatatypeConverter.printBase64Binary(sum));
return Base64.getEncoder().encodeToString(all.getBytes()).replaceAll("\\\\=+$", "");`

const python = `
def sign(d):
    ts = int(round(time.time() * 1000)) - 30000
    text = d["key"] + str(d["number"]) + str(ts) + str(d["role"])
    sum = hmac.new(bytes(d["secret"], "utf-8"), base64.b64encode(bytes(text, "utf-8")), hashlib.sha256)
    out = "%s.%s.%s.%s.%s" % (d["key"], d["number"], str(ts), d["role"], base64.b64encode(sum.digest()).decode("utf-8"))
    return base64.b64encode(bytes(out, "utf-8")).decode("utf-8").rstrip("=")`

const csharpRaw = `
string ts = (Ticks(DateTime.UtcNow) - 30000).ToString();
string text = String.Format("{0}{1}{2}{3}", key, number, ts, role);
byte[] raw = new ASCIIEncoding().GetBytes(text);
using (var mac = new HMACSHA256(Encoding.ASCII.GetBytes(secret))) {
  string sum = Convert.ToBase64String(mac.ComputeHash(raw));
  string all = String.Format("{0}.{1}.{2}.{3}.{4}", key, number, ts, role, sum);
  return Convert.ToBase64String(Encoding.UTF8.GetBytes(all)).TrimEnd(pad);
}`

const ruby = `
ts = (Time.now.to_f * 1000).to_i - 30000
text = Base64.strict_encode64(key + number + ts.to_s + role.to_s)
sum = Base64.strict_encode64(OpenSSL::HMAC.digest('sha256', secret, text))
Base64.strict_encode64("#{key}.#{number}.#{ts}.#{role}.#{sum}")`

const bufferArguments = `
const text = Buffer.from(key + number + ts + role).toString('base64')
const sum = crypto.createHmac('sha256', secret).update(text).digest('base64')
return Buffer.from(key, number, ts, role, sum).toString('base64')`

const go = `
ts := strconv.FormatInt(time.Now().UnixNano()/1e6-30000, 10)
text := base64.StdEncoding.EncodeToString([]byte(key + number + ts + role))
mac := hmac.New(sha256.New, []byte(secret))
mac.Write([]byte(text))
all := key + "." + number + "." + ts + "." + role + "." + base64.StdEncoding.EncodeToString(mac.Sum(nil))
return base64.StdEncoding.EncodeToString([]byte(all))`

const dart = `
final text = base64.encode(utf8.encode('$key$number$ts$role'));
final sum = Hmac(sha256, utf8.encode(secret)).convert(utf8.encode(text));
return base64.encode(utf8.encode('$key.$number.$ts.$role.\${base64.encode(sum.bytes)}'));`

const tokenTool = `
var make = require('njwt');
window.restToken = function (key, secret) {
  var claims = { iss: key, exp: new Date().getTime() + 1000 * 3600, iat: new Date().getTime() - 30000 };
  return make.create(claims, secret, 'HS256').compact();
};`

const jwt2022 = `
const iat = Math.round(Date.now() / 1000) - 30
const claims = { sdkKey: env.KEY, mn: body.number, role: body.role, iat: iat, exp: iat + 7200, appKey: env.KEY, tokenExp: iat + 7200 }
return KJUR.jws.JWS.sign('HS256', JSON.stringify(head), JSON.stringify(claims), env.SECRET)`

const jwt2023 = `
const rules = { role: inArray([0, 1]), seconds: between(1800, 172800) }
const iat = Math.floor(Date.now() / 1000)
const claims = { appKey: env.KEY, sdkKey: env.KEY, mn: number, role, iat, exp, tokenExp: exp }
return KJUR.jws.JWS.sign('HS256', JSON.stringify(head), JSON.stringify(claims), env.SECRET)`

const jwt2025 = jwt2023.replace('tokenExp: exp', 'tokenExp: exp, video_webrtc_mode: mode')

const restToken = `
const token = jwt.sign({ iss: process.env.ZOOM_KEY, exp: Date.now() + 5000 }, process.env.ZOOM_SECRET)
axios.get('https://api.zoom.us/v2/users', { headers: { Authorization: 'Bearer ' + token } })`

const videoSdk = `
const claims = { app_key: env.KEY, role_type: role, tpc: session, version: 1, iat, exp }
return KJUR.jws.JWS.sign('HS256', JSON.stringify(head), JSON.stringify(claims), env.SECRET)`

const signatureCall = `ZoomMtg.generateSignature({ meetingNumber, apiKey, apiSecret, role: 0, success: start })`
const sdkSignatureCall = `ZoomMtg.generateSDKSignature({ meetingNumber, sdkKey, sdkSecret, role: 0 })`

const hybrid = `
const text = Buffer.from(key + number + iat + exp + role).toString('base64')
const sum = createHmac('sha256', secret).update(text).digest('base64')
return Buffer.from(\`\${key}.\${number}.\${iat}.\${exp}.\${role}.\${sum}\`).toString('base64')`

const base64OfHex = `
var text = Base64.encode(key + number + ts + role)
var sum = Base64.encode(HmacSHA256(text, secret).toString(enc.Hex))
return Base64.encode(key + '.' + number + '.' + ts + '.' + role + '.' + sum)`

type Expected = readonly [
  fact: string,
  code: string,
  id: string,
  language: string,
  years: readonly [number?, number?],
  wrong: readonly string[],
]
const legacy = 'legacy-hmac-code'
const expected: readonly Expected[] = [
  ['L1', jsClassic, 'web-sdk-generate-signature', 'javascript', [2017, 2020], [legacy]],
  ['L2', node, 'node-sample-2020', 'javascript', [2020, 2022], [legacy]],
  ['L3', php, 'php-docs', 'php', [2020, 2022], [legacy]],
  ['L4', java, 'java-docs', 'java', [2020, 2022], [legacy]],
  ['L5', python, 'python-docs', 'python', [2020, 2022], [legacy]],
  [
    'L5 with utcnow',
    python.replace('time.time()', 'datetime.datetime.utcnow().timestamp()'),
    'python-docs-utcnow',
    'python',
    [2020, 2021],
    ['time-zone-shift', legacy],
  ],
  [
    'L6',
    csharpRaw,
    'csharp-docs-raw-message',
    'csharp',
    [2020, 2021],
    ['legacy-signature-raw-message', legacy],
  ],
  [
    'L7',
    csharpRaw.replace('GetBytes(text)', 'GetBytes(Convert.ToBase64String(ascii.GetBytes(text)))'),
    'csharp-docs',
    'csharp',
    [2020, 2022],
    [legacy],
  ],
  [
    'L7 in one statement',
    csharpRaw.replace(
      'ComputeHash(raw)',
      'ComputeHash(ascii.GetBytes(Convert.ToBase64String(raw)))',
    ),
    'csharp-docs',
    'csharp',
    [2020, 2022],
    [legacy],
  ],
  ['L8', ruby, 'ruby-docs', 'ruby', [2020, 2022], [legacy]],
  [
    'L8 with encode64',
    ruby.replaceAll('strict_', ''),
    'ruby-encode64',
    'ruby',
    [],
    ['base64-line-breaks', legacy],
  ],
  [
    'L9',
    bufferArguments,
    'node-docs-buffer-arguments',
    'javascript',
    [2022, 2022],
    ['legacy-key-only', legacy],
  ],
  ['L10', go, 'go-port', 'go', [], [legacy]],
  ['a port that Zoom never had', dart, 'other-port', 'any', [], [legacy]],
  [
    'L11',
    tokenTool,
    'token-tool-milliseconds',
    'javascript',
    [2021, 2025],
    ['time-in-milliseconds', 'rest-jwt-app-code'],
  ],
  [
    'W1',
    node.replaceAll('conf.key', 'env.ZOOM_SDK_KEY'),
    'sdk-key-in-old-algorithm',
    'any',
    [],
    ['legacy-signature-with-sdk-key', legacy],
  ],
  [
    'W1 with a client ID',
    python.replaceAll('"key"', '"client_id"'),
    'sdk-key-in-old-algorithm',
    'any',
    [],
    ['legacy-signature-with-sdk-key', legacy],
  ],
  [
    'W2',
    node.replace("digest('base64')", "digest('hex')"),
    'hex-digest',
    'any',
    [],
    ['legacy-signature-hex-mac', legacy],
  ],
  [
    'W2 in PHP',
    php.replace(', true)', ')'),
    'hex-digest',
    'any',
    [],
    ['legacy-signature-hex-mac', legacy],
  ],
  ['W3', base64OfHex, 'base64-of-hex-digest', 'any', [], ['legacy-signature-hex-mac', legacy]],
  [
    'W4',
    node.replaceAll('conf.key', 'env.ZOOM_ACCOUNT_ID'),
    'account-id-as-key',
    'any',
    [],
    ['wrong-credential-type', legacy],
  ],
  ['W5', hybrid, 'hybrid-six-fields', 'any', [], ['legacy-hybrid', legacy]],
  [
    'W6',
    php.replace('function sign', 'public function generateSDKSignature'),
    'named-sdk-signature',
    'any',
    [],
    ['legacy-signature-with-sdk-key', legacy],
  ],
  [
    'the call of generateSignature',
    signatureCall,
    'generate-signature-call',
    'javascript',
    [2017, 2022],
    ['generate-signature-call', 'secret-in-frontend'],
  ],
  [
    'the call of generateSDKSignature',
    sdkSignatureCall,
    'generate-sdk-signature-call',
    'javascript',
    [2022, 2025],
    ['generate-sdk-signature-call', 'secret-in-frontend'],
  ],
  ['the JWT of 2022', jwt2022, 'meeting-jwt-2022', 'javascript', [2022, 2023], []],
  [
    'the JWT of 2023',
    jwt2023,
    'meeting-jwt-2023',
    'javascript',
    [2023, 2025],
    ['iat-in-future', 'lifetime-at-minimum'],
  ],
  [
    'the JWT of 2025',
    jwt2025,
    'meeting-jwt-2025',
    'javascript',
    [2025],
    ['iat-in-future', 'lifetime-at-minimum'],
  ],
  ['a REST token', restToken, 'rest-jwt-app', 'any', [2017, 2023], ['rest-jwt-app-code']],
  ['the Video SDK', videoSdk, 'video-sdk-sample', 'javascript', [2021], ['video-sdk-token']],
]

describe('names the sample that the code follows, with its years and what is wrong', () => {
  it.each(expected)('%s', (_fact, code, id, language, [from, until], wrong) => {
    const [best] = identifySource(code)
    expect(best).toMatchObject({ id, language, wrong })
    const years = until === undefined ? { from } : { from, until }
    if (from === undefined) expect(best).not.toHaveProperty('years')
    else expect(best?.years).toEqual(years)
  })
})

it('every known source has its snippet here, and its own id', () => {
  const known = [...homeMadeSources, ...legacySources, ...tokenSources].map(({ id }) => id)
  expect(new Set(known).size).toBe(known.length)
  expect(new Set(expected.map(([, , id]) => id))).toEqual(new Set(known))
})

describe('the years follow the 30 seconds that samples began to take off in 2020', () => {
  it.each([
    ['web-sdk-generate-signature', jsClassic.replace('getTime()', 'getTime() - 30000'), 2020, 2022],
    ['node-sample-2020', node.replace(' - 30000', ''), 2020, 2020],
    ['node-sample-2020', node.replace('30000', '30_000'), 2020, 2022],
    ['php-docs', php.replace(' - 30000', ''), 2017, 2020],
    ['java-docs', java.replace(' - 30000', ''), 2019, 2020],
    ['python-docs', python.replace(' - 30000', ''), 2019, 2020],
  ])('%s', (id, code, from, until) => {
    expect(identifySource(code)[0]).toMatchObject({ id, years: { from, until } })
  })
})

describe('a mistake comes first, the sample it was made in second', () => {
  it.each([
    ['W1', node.replaceAll('conf.key', 'SDK_KEY'), 'sdk-key-in-old-algorithm', 'node-sample-2020'],
    ['W2', php.replace(', true)', ')'), 'hex-digest', 'php-docs'],
    ['W3', base64OfHex, 'base64-of-hex-digest', 'web-sdk-generate-signature'],
  ])('%s', (_name, code, ...ids) => {
    expect(identifySource(code).map(({ id }) => id)).toEqual(ids)
  })

  it('code that makes two tokens follows two samples', () => {
    const ids = identifySource(node + restToken).map(({ id }) => id)
    expect(ids).toEqual(['node-sample-2020', 'rest-jwt-app'])
  })
})

describe('of two samples in one file, the one comes first', () => {
  it.each([
    ['of which more is seen', restToken + videoSdk, ['video-sdk-sample', 'rest-jwt-app']],
    ['that has more signs', node.replace(' - 30000', '') + php, ['php-docs', 'node-sample-2020']],
    [
      'that needs more, before one with more signs',
      node.replace(' - 30000', '') + videoSdk,
      ['node-sample-2020', 'video-sdk-sample'],
    ],
  ])('%s', (_fact, code, ids) => {
    expect(identifySource(code).map(({ id }) => id)).toEqual(ids)
  })
})

describe('code that follows one revision follows no other one', () => {
  const csharp = csharpRaw.replace('GetBytes(text)', 'GetBytes(Convert.ToBase64String(text))')
  it.each([
    ['python-docs-utcnow', python.replace('time.time()', 'datetime.utcnow().timestamp()')],
    ['csharp-docs', csharp],
    ['ruby-encode64', ruby.replaceAll('strict_', '')],
    ['meeting-jwt-2025', jwt2025],
    ['token-tool-milliseconds', `// zoom\n${tokenTool.replace('restToken', 'zoomToken')}`],
  ])('%s', (id, code) => {
    expect(identifySource(code).map((match) => match.id)).toEqual([id])
  })
})

it('reads 262,144 characters and no more', () => {
  expect(identifySource(node.padStart(262_144))).toHaveLength(1)
  expect(identifySource(' '.repeat(262_144) + node)).toEqual([])
})

it('answers the example of its docs as written there', () => {
  const [best] = identifySource(`
   const text = Buffer.from(key + number + time + role).toString('base64')
   const mac = createHmac('sha256', secret).update(text).digest('base64')
   return Buffer.from([key, number, time, role, mac].join('.')).toString('base64')
 `)
  expect(best).toMatchObject({ id: 'node-sample-2020', wrong: ['legacy-hmac-code'] })
})

it('tells what it found', () => {
  expect(identifySource(node)[0]?.matched).toEqual([
    'createHmac',
    'four values run together',
    'five values joined by dots',
    '30000 ms taken off',
  ])
  expect(identifySource(node.replace(' - 30000', ''))[0]?.matched).toEqual([
    'createHmac',
    'four values run together',
    'five values joined by dots',
  ])
})

it.each([
  ['Base64.encodeURI', jsClassic],
  ['strtr', php],
  ['four values run together', bufferArguments],
  ['SDK key or client ID by name', hybrid.replaceAll('key', 'sdkKey')],
  [
    'SDK key or client ID by name',
    php.replace('function sign($k', 'function generateSDKSignature($sdkKey'),
  ],
  ['exp in milliseconds', restToken],
  ['role_type', videoSdk],
  ['tokenExp', jwt2023],
])('tells of %s, which makes a match surer', (name, code) => {
  expect(identifySource(code)[0]?.matched).toContain(name)
})

describe('survives what people change in a copy', () => {
  const all = { jsClassic, node, php, java, python, csharpRaw, ruby, bufferArguments, go, dart }
  const more = { tokenTool, jwt2022, jwt2023, jwt2025, restToken, videoSdk, hybrid, base64OfHex }
  const codes = Object.entries({ ...all, ...more, signatureCall, sdkSignatureCall })
  const hashComments = new Set(['python', 'ruby'])
  const idOf = (code: string): string | undefined => identifySource(code)[0]?.id

  it.each(codes)('other names: %s', (_name, code) => {
    const renamed = code
      .replace(/\bnumber\b/g, 'konferenz_nr')
      .replace(/\bsum\b/g, 'digestValue')
      .replace(/\bts\b/g, 'now1')
      .replace(/\btext\b/g, 'x')
    expect(idOf(renamed)).toBe(idOf(code))
  })

  it.each(codes)('comments: %s', (name, code) => {
    const mark = hashComments.has(name) ? '#' : '//'
    const commented = code.replace(/\n/g, ` ${mark} it's "done" \`here\`\n`)
    expect(idOf(commented)).toBe(idOf(code))
  })

  it.each(codes)('spacing: %s', (_name, code) => {
    const wide = code.replace(/([(),+.=])(?=[^.'"`$#{%\\])/g, '$1 ')
    const dense = code.replace(/ ?([+=,]) /g, '$1')
    expect(idOf(code)).toBeDefined()
    expect([idOf(wide), idOf(dense)]).toEqual([idOf(code), idOf(code)])
  })

  it.each(codes.filter(([name]) => name !== 'ruby'))('other quotes: %s', (_name, code) => {
    const swapped = code.replace(/['"]/g, (quote) => (quote === '"' ? "'" : '"'))
    expect(idOf(swapped)).toBe(idOf(code))
  })

  it.each(codes)('other declarations, Windows line ends, a fence around: %s', (_name, code) => {
    const other = code.replace(/\bconst\b/g, 'let').replace(/\n/g, '\r\n')
    expect(idOf(`Here's my code:\r\n\`\`\`js\r\n${other}\r\n\`\`\``)).toBe(idOf(code))
  })

  it('sums in place of templates and the other way round', () => {
    const sum = node.replace(
      /`\$\{conf.*?`/,
      "conf.key + '.' + req.body.number + '.' + time + '.' + req.body.role + '.' + sum",
    )
    const template = node.replace(
      'conf.key + req.body.number + time + req.body.role',
      '`${conf.key}${req.body.number}${time}${req.body.role}`',
    )
    const join = node.replace(
      /`\$\{conf.*?`/,
      "[conf.key, req.body.number, time, req.body.role, sum].join('.')",
    )
    for (const code of [sum, template, join]) expect(idOf(code)).toBe('node-sample-2020')
  })

  it('interpolation in place of format strings', () => {
    const fString = python.replace(
      /"%s.*\)$/m,
      'f\'{d["key"]}.{d["number"]}.{ts}.{d["role"]}.{base64.b64encode(sum.digest()).decode()}\'',
    )
    const csharp = csharpRaw
      .replace(/String.Format\("\{0\}\{1.*?\)/, '$"{key}{number}{ts}{role}"')
      .replace(/String.Format\("\{0\}\.\{1.*?\)/, '$"{key}.{number}.{ts}.{role}.{sum}"')
    expect(idOf(fString)).toBe('python-docs')
    expect(idOf(csharp)).toBe('csharp-docs-raw-message')
  })
})
/* biome-ignore-end lint/suspicious/noTemplateCurlyInString: code to be read */
