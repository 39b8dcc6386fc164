import { describe, expect, it } from 'vitest'
import { identifySource } from './identify-source.ts'

const ids = (code: string): string[] => identifySource(code).map(({ id }) => id)

describe('code that signs something else follows nothing', () => {
  it.each([
    [
      'a Zoom webhook',
      `const text = \`v0:\${req.headers['x-zm-request-timestamp']}:\${JSON.stringify(req.body)}\`
       const hash = crypto.createHmac('sha256', process.env.ZOOM_WEBHOOK_SECRET_TOKEN).update(text).digest('hex')
       if (\`v0=\${hash}\` === req.headers['x-zm-signature']) next()`,
    ],
    [
      'AWS Signature Version 4',
      `const day = hmac('AWS4' + secret, date), region = hmac(day, name), service = hmac(region, 's3')
       const key = createHmac('sha256', service).update('aws4_request').digest()
       const text = 'AWS4-HMAC-SHA256' + '\\n' + time + '\\n' + scope + '\\n' + sha256(canonical)
       return createHmac('sha256', key).update(text).digest('hex')`,
    ],
    [
      'Cloudinary',
      `function generateSignature(folder) {
         const timestamp = Math.round(Date.now() / 1000)
         return crypto.createHash('sha256').update(\`folder=\${folder}&timestamp=\${timestamp}\${apiSecret}\`).digest('hex')
       }`,
    ],
    [
      'OAuth 1',
      `const base = method + '&' + encodeURIComponent(url) + '&' + encodeURIComponent(params)
       return createHmac('sha1', consumerSecret + '&' + tokenSecret).update(base).digest('base64')`,
    ],
    [
      'a search ads API',
      `$signature = base64_encode(hash_hmac('sha256', $time . "." . $method . "." . $uri, $secret, true));`,
    ],
    [
      'an exchange API',
      `sign = base64.b64encode(hmac.new(key, bytes(ts + method + path + body, 'utf-8'), hashlib.sha256).digest())`,
    ],
    [
      'a JWT by hand',
      `const head = base64url({ alg: 'HS256', typ: 'JWT' }), body = base64url(claims)
       const mac = createHmac('sha256', secret).update(\`\${head}.\${body}\`).digest('base64url')
       return \`\${head}.\${body}.\${mac}\``,
    ],
    [
      'a JWT by a library',
      `const token = jwt.sign({ iss: 'my-app', sub: user.id, exp: Math.floor(Date.now() / 1000) + 3600 }, secret)`,
    ],
    [
      'a JWT with iss and exp alone, not for Zoom',
      `const token = jwt.sign({ iss: apiKey, exp: now + 60 }, apiSecret)`,
    ],
    [
      'a service account of Google in a Zoom project',
      `const zoomCalendar = jwt.sign({ iss: email, scope: 'calendar', aud: tokenUrl, exp, iat }, key)`,
    ],
    [
      'the sample of njwt',
      `var nJwt = require('njwt'); var jwt = nJwt.create({ iss: 'http://myapp.com/', sub: 'users/1', scope: 'self' }, key);`,
    ],
    [
      'JWE in compact form',
      `const mac = crypto.createHmac('sha256', macKey).update(Buffer.concat([aad, iv, text, length])).digest()
       return \`\${head}.\${wrapped}.\${iv}.\${text}.\${tag}\``,
    ],
    [
      'a method of the same name',
      `const signature = await api.generateSignature({ meetingNumber, role: 0 })`,
    ],
    [
      'a server that signs for the SDK',
      `function generateSDKSignature(number, role) { return signer.sign({ meetingNumber: number, role }) }`,
    ],
    [
      'a Meeting SDK JWT of no sample',
      `const claims = { appKey: key, mn: number, role, iat, exp, tokenExp: exp }`,
    ],
    [
      'a Cobrowse token',
      `const claims = { app_key: key, role_type: 1, user_id: id, user_name: name }`,
    ],
    [
      'an arithmetic sum beside an HMAC',
      `createHmac('sha256', key).update(text); const n = a + b + c + d`,
    ],
    ['a version number', `const version = [1, 2, 3, 4, 5].join('.'); hmac.update(sha256)`],
    ['prose', 'The HMAC-SHA256 of the base64 text is joined with dots. It fails with 3712.'],
    ['nothing', ''],
  ])('%s', (_name, code) => {
    expect(ids(code)).toEqual([])
  })

  const legacy = `
text = Buffer.from(k + n + t + r).toString('base64')
sum = createHmac('sha256', s).update(text).digest('base64')
out = Buffer.from(k + '.' + n + '.' + t + '.' + r + '.' + sum).toString('base64')`

  it('old code that is commented out', () => {
    expect(ids(legacy)).toEqual(['node-sample-2020'])
    expect(ids(legacy.replace(/\n/g, '\n// '))).toEqual([])
    expect(ids(legacy.replace(/\n/g, '\n# '))).toEqual([])
    expect(ids(`/*${legacy}*/`)).toEqual([])
  })

  it('old code with one field less', () => {
    expect(ids(legacy.replace(" + '.' + r", ''))).toEqual([])
  })

  it('a hex digest of something else leaves the old code its base64', () => {
    const other = `; const etag = createHash('md5').update(page).digest('hex')`
    expect(ids(legacy + other)).toEqual(['node-sample-2020'])
  })
})
