import { expect, test } from 'vitest'
import { findSecrets, maskSecrets } from './find-secrets.ts'

const secret = 'k7Rq2Zx9Lm4Tn8Vb3Wc6'

test.each([
  ['JavaScript', `const apiSecret = '${secret}'`],
  ['TypeScript', `private readonly apiSecret: string = "${secret}";`],
  ['a member', `  sdkSecret: \`${secret}\`,`],
  ['JSON', `{ "sdk_secret": "${secret}" }`],
  ['PHP array', `'api_secret' => '${secret}',`],
  ['PHP define', `define('ZOOM_API_SECRET', '${secret}');`],
  ['PHP getenv', `$s = getenv('ZOOM_SECRET') ?: '${secret}';`],
  ['Python', `ZOOM_API_SECRET = os.environ.get("ZOOM_API_SECRET", "${secret}")`],
  ['Python bytes', `secret = b'${secret}'`],
  ['Ruby', `ENV['ZOOM_SECRET'] ||= '${secret}'`],
  ['Go', `apiSecret := "${secret}"`],
  ['a default', `const s = process.env.ZOOM_SECRET || '${secret}'`],
  ['dotenv', `ZOOM_API_SECRET=${secret}`],
  ['dotenv, exported', `export ZOOM_API_SECRET=${secret}\r`],
  ['YAML', `  - zoom_secret: ${secret}`],
  ['an HMAC', `crypto.createHmac('sha256', '${secret}').update(msg)`],
  ['an HMAC of PHP', `hash_hmac('sha256', $data, "${secret}", true)`],
])('a secret is found in %s', (_, code) => {
  expect(findSecrets(`first\n${code}\nlast\n`)).toEqual([secret])
})

test('a long random text is taken for one, whatever it is called', () => {
  expect(findSecrets(`x('aB3dE6gH9jK2mN5pQ8sT1vW4')`)).toEqual(['aB3dE6gH9jK2mN5pQ8sT1vW4'])
})

test.each([
  `const apiSecret = 'YOUR_API_SECRET'`,
  `import hmacSha256 from 'crypto-js/hmac-sha256'`,
  `const apiSecret = process.env.ZOOM_API_SECRET`,
  `ZOOM_API_SECRET=`,
  `createHmac('sha256', secret).update(msg).digest('base64url')`,
  `hmac.new(secret.encode('utf-8'), msg, hashlib.sha256)`,
  `import x from '@zoom/meetingsdk/embedded'`,
  `secret: 'required'`,
])('nothing is hidden in %s', (code) => {
  expect(findSecrets(code)).toEqual([])
})

test('a secret is shown as its first three characters and its length', () => {
  expect(maskSecrets(`a('${secret}', '${secret}')`, [secret])).toBe(
    "a('k7R… (20 characters)', 'k7R… (20 characters)')",
  )
})
