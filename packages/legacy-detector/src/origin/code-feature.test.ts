import { describe, expect, it } from 'vitest'
import * as features from './code-feature.ts'

type Name = keyof typeof features
type Examples = readonly [there: readonly string[], absent: readonly string[]]

const x = (count: number): string => 'x'.repeat(count)

// In canonical code, where a dot between strings is §.
const examples: Readonly<Record<Name, Examples>> = {
  fourRunTogether: [
    [
      'k+n+t+r',
      '$k+$n+$t+$r',
      'a(1)+b.c()+d[0]+e!',
      "a['k']+b?.c+d+'e'",
      "'%s%s%s%d'",
      "'%s%s%s%d%s'",
      "'{0}{1}{2}{3}'",
      "'{}{}{}{}'",
      "'{0}{1}{2}{3}{4}'",
      "[k,n].join('')",
      "''.join([k",
      `k+${x(80)}+${x(80)}+${x(80)}`,
    ],
    [
      'k+n+t',
      "'+n+t+r",
      'k+n+t+;r',
      "'%s%s%s'",
      "'{0}{1}{2}'",
      "'%s%s%s%s%s%s'",
      "'{0}{1}{2}{3}x'",
      "'{10}{11}{12}{13}'",
      "[k,n].join('§')",
      "'§'.join([k",
    ],
  ],
  fiveByDots: [
    [
      "k+'§'+n+'§'+t+'§'+r+'§'+m",
      `k+'§'+n.a(1)+'§'+t+'§'+r+'§'+${x(90)}`,
      "'%s.%s.%s.%d.%s'",
      "'{0}.{1}.{2}.{3}.{4}'",
      "'{}.{}.{}.{}.{}'",
      "[key,number,time,role,mac].join('§')",
      "'§'.join([key,number,time,role,mac",
    ],
    [
      "k+'§'+n+'§'+t+'§'+m",
      "k+'§'+n+'§'+t+'§'+r+'§'+;",
      "k+'§'+n+'§'+t+'x'+r+'§'+m",
      "'%s.%s.%s.%s'",
      "'{0}.{1}.{2}.{3}'",
      "'%s%s%s%s%s'",
      "'%s.%s.%s.%s.%s.%s'",
      "[k,n,t,m].join('§')",
      "[k,n,t,r,m].join('')",
      "'§'.join([k,n,t,m]",
    ],
  ],
  sixByDots: [
    [
      "key+'§'+number+'§'+iat+'§'+exp+'§'+role+'§'+mac",
      "'%s.%s.%s.%s.%d.%s'",
      "'{0}.{1}.{2}.{3}.{4}.{5}'",
      "'{}.{}.{}.{}.{}.{}'",
      "[key,number,iat,exp,role,mac].join('§')",
      "'§'.join([key,number,iat,exp,role,mac",
    ],
    [
      "k+'§'+n+'§'+i+'§'+e+'§'+m",
      "'%s.%s.%s.%s.%s'",
      "'{0}.{1}.{2}.{3}.{4}'",
      "'%s%s%s%s%s%s'",
      "[k,n,i,e,m].join('§')",
      "[k,n,i,e,r,m].join('')",
      "'§'.join([k,n,i,e,m]",
    ],
  ],
  fiveArguments: [
    ['Buffer.from(k,n,t,r,m)', `Buffer.from(${x(60)},n,t,r,${x(60)})`],
    [
      'Buffer.from(k,n,t,m)',
      'Buffer.from(k,n,t,r,m,o)',
      'Buffer.from(k,n(1),t,r,m)',
      'from(k,n,t,r,m)',
    ],
  ],
  thirtySecondsEarly: [
    ['t-30000', 't-30_000;'],
    ['t-300000', 't+30000', 't-3000'],
  ],
  hmacSha256: [
    [
      'HmacSHA256',
      'hmac.new(k,m,sha256',
      'hmac(k,SHA-256',
      'sha256.hmac(',
      'SHA-256 with HMAC',
      `hmac${x(120)}sha256`,
      `sha256${x(60)}hmac`,
    ],
    [
      'hmac;sha256',
      'hmac',
      'sha256;hmac',
      'hmac sha1',
      `hmac${x(121)}sha256`,
      `sha256${x(61)}hmac`,
    ],
  ],
  nodeHmac: [
    ["createHmac('sha256'", "createHmac('SHA256'"],
    ["createHmac('sha1'", "createHash('sha256'"],
  ],
  cryptoJsHmac: [
    [
      "'crypto-js/hmac-sha256'",
      'CryptoJS.HmacSHA256',
      'hmacSHA256(',
      'HmacSha256(',
      'hmacSha256.default(',
    ],
    [
      "'crypto-js/sha256'",
      'CryptoJS.SHA256',
      'myhmacSHA256(',
      'hmacSHA256.other(',
      'hmacSHA512(',
      'macSHA256(',
    ],
  ],
  phpHmac: [
    ["hash_hmac('sha256'", "hash_hmac('SHA256'"],
    ["hash_hmac('sha1'", "hash('sha256'"],
  ],
  javaHmac: [["Mac.getInstance('HmacSHA256'"], ["Mac.getInstance('HmacSHA1'"]],
  pythonHmac: [
    ['hmac.new(', '=hmac.new('],
    ['myhmac.new(', 'hmac.New(', 'hmac_new('],
  ],
  csharpHmac: [
    ['new HMACSHA256(', 'HMACSHA256.'],
    ['MyHMACSHA256(', 'HMACSHA256;', 'HMACSHA512('],
  ],
  rubyHmac: [['OpenSSL.HMAC.digest'], ['OpenSSL.HMAC,', 'OpenSSL_HMAC.']],
  goHmac: [['hmac.New(sha256'], ['hmac.New(sha1', 'myhmac.New(sha256', 'hmac.new(sha256']],
  urlSafeByJsBase64: [
    ['Base64.encodeURI('],
    ['encodeURIComponent(', 'x.encodeURIComponent(', 'encodeURI('],
  ],
  urlSafeByStrtr: [['rtrim(strtr('], ['mystrtr(', 'strtr']],
  base64BeforeHmac: [
    [
      'ToBase64String(a);b=c.ComputeHash',
      'ToBase64String(a);b c;\nd=e.ComputeHash',
      'ComputeHash(a(ToBase64String(',
    ],
    [
      'ComputeHash(a);b=ToBase64String(c',
      'ToBase64String(d.ComputeHash(a));b',
      'ToBase64String(d.ComputeHash(a));b.ComputeHash',
      'ToBase64String(a)ComputeHash',
      `ToBase64String(a);${x(501)}ComputeHash`,
      `ComputeHash(${x(81)}ToBase64String(`,
    ],
  ],
  base64WithLineBreaks: [
    ['Base64.encode64(', 'Base64.encode64 a'],
    ['Base64.strict_encode64(', 'urlsafe_encode64(', 'encode64.'],
  ],
  localTimeAsUtc: [
    ['datetime.utcnow().timestamp()'],
    ['datetime.now().timestamp()', 'utcnow().date()'],
  ],
  hexDigest: [
    [
      "createHmac(a).update(b).digest('hex')",
      'hmac.new(a,b).hexdigest()',
      'HmacSHA256(a,b).toString(enc.Hex)',
      "bin2hex(hash_hmac('x',a",
      "hash_hmac('sha256',$text,$secret)",
      'HmacSHA256(text,secret).toString()',
      'hmacSHA256.default(text,secret).toString()',
    ],
    [
      "hmac;digest('hex')",
      'hmac;hexdigest',
      "createHash(a).digest('hex')",
      "createHmac(a).digest('base64')",
      'bin2hex(a);hmac',
      'bin2hex(random_bytes(4))',
      "hash_hmac('sha256',a,b,true)",
      "hash_hmac('sha1',a,b)",
      'HmacSHA256(a,b).toString(x)',
      'HmacSHA256(a).toString()',
      'SHA256(a,b).toString()',
    ],
  ],
  base64OfHex: [
    [
      "Buffer.from(createHmac(a).digest('hex'))",
      'btoa(hmac(a).hexdigest())',
      'base64.b64encode(hmac.new(a).hexdigest().encode())',
      'Base64.encode(HmacSHA256(a,b).toString(enc.Hex))',
      'Base64.encodeURI(x.HmacSHA256(a,b).toString(enc.Hex))',
      "base64_encode(hash_hmac('sha256',$text,$secret)",
    ],
    [
      "Buffer.from(createHmac(a).digest('hex'),'hex')",
      "Buffer.from(createHmac(a).digest('base64'))",
      'btoa(hmac(a);hexdigest',
      'atob(hmac(a).hexdigest())',
      'hmac.new(a).hexdigest()',
      "base64_encode(hash_hmac('sha256',a,b,true)",
      "base64_encode(hash_hmac('sha1',a,b)",
      "(hash_hmac('sha256',a,b)",
    ],
  ],
  sdkCredentials: [
    ['sdkKey', 'SDK_KEY', 'sdk_secret', 'clientId', 'CLIENT_SECRET', 'client_id'],
    ['apiKey', 'sdk', 'client', 'sdk-key', 'secret'],
  ],
  accountId: [
    ['accountId', 'ACCOUNT_ID', 'accountid'],
    ['account', 'account-id'],
  ],
  namedSdkSignature: [
    [
      'generateSDKSignature(',
      'generate_sdk_signature(',
      'generateSdkSignature=',
      'function generateSDKSignature(',
    ],
    [
      'a.generateSDKSignature(',
      'myGenerateSDKSignature(',
      'regenerateSDKSignature(',
      'generateSDKSignature;',
      'generateSignature(',
    ],
  ],
  signatureCall: [
    [
      'ZoomMtg.generateSignature(',
      'a.generateSignature({b:1,apiSecret',
      'a.generateSignature({apiSecret',
    ],
    [
      'a.generateSignature({b:1})',
      'a.generateSignature(apiSecret',
      'a.generateSignature({b:{c:1},apiSecret',
      'generateSignature({apiSecret',
      'a.generateSignature({sdkSecret',
      'ZoomMtg.generateSDKSignature(',
    ],
  ],
  sdkSignatureCall: [
    [
      'ZoomMtg.generateSDKSignature(',
      'a.generateSDKSignature({b:1,sdkSecret',
      'a.generateSDKSignature({sdkSecret',
    ],
    [
      'a.generateSDKSignature({b:1})',
      'a.generateSDKSignature(sdkSecret',
      'a.generateSDKSignature({b:{c:1},sdkSecret',
      'generateSDKSignature({sdkSecret',
      'ZoomMtg.generateSignature(',
    ],
  ],
  sdkKeyBeforeNumber: [
    ['{sdkKey:a.b,mn:1', `sdkKey:${x(120)},mn:`],
    ['mysdkKey:a,mn:', 'sdkKey:a,b:1,mn:', 'sdkKey:,mn:', `sdkKey:${x(121)},mn:`, 'sdkKey:a}mn:'],
  ],
  appKeyAfterExpiry: [
    ['exp:a,appKey:', 'exp,appKey:', 'exp:a,b:1,appKey:'],
    ['myexp,appKey:', 'expires,appKey:', 'exp:{},appKey:', `exp${x(121)},appKey:`, 'exp,sdkKey:'],
  ],
  appKeyFirst: [
    ['{appKey:a,sdkKey:b,mn:1', `appKey:${x(120)},sdkKey:${x(120)},mn:`],
    [
      'myappKey:a,sdkKey:b,mn:',
      'appKey:a,mn:',
      'appKey:a,b:1,sdkKey:b,mn:',
      'appKey:a,sdkKey:b,c:1,mn:',
      'sdkKey:a,appKey:b,mn:',
    ],
  ],
  tokenExp: [
    ['tokenExp:a', ',tokenExp}'],
    ['mytokenExp', 'tokenExpires'],
  ],
  webRtcMode: [['video_webrtc_mode:1'], ['my_video_webrtc_mode', 'video_webrtc_modes']],
  documentedRange: [
    ['(1800,172800)', '[1800,172_800]'],
    ['21800,172800', '1800,1728000', '1800,86400'],
  ],
  jsrsasign: [['KJUR.jws.JWS.sign('], ['myjws.JWS.sign(', 'jws.JWS.verify(']],
  issuerAndExpiryAlone: [
    [
      '({iss:key,exp:now,iat:then})',
      '{exp:now,iat:then,iss:key}',
      '{iss:a}',
      '{iss:a,exp}',
      '{iss:a,exp,}',
      '{exp,iss:a}',
      '{iat:b,exp:c,iss:a}',
      '[iss:a,iat:b,exp:c]',
      '(iss:a,exp:b)',
      '(iss:a)',
    ],
    [
      '{iss:a,sub:b}',
      '{sub:b,iss:a}',
      '{iss:,exp:b}',
      'iss:a,exp:b}',
      '{iss:a,exp:b,iat:c,exp:d}',
      '{exp,iat,exp,iss:a}',
      '{iss:a,exp:b',
      '{iss:{a},exp:b}',
    ],
  ],
  expiryInMilliseconds: [
    [
      'exp:new Date().getTime()+1',
      'exp:new Date.getTime()',
      'exp:Date.now()+5000',
      'exp:Date.now(),x/1000',
    ],
    [
      'exp:Date.now()/1000',
      'exp:new Date().getTime()/1000',
      'exp:Date.now()+60/1000',
      'exp:Math.floor(Date.now())',
      'myexp:Date.now()',
      'iat:Date.now()',
    ],
  ],
  njwt: [
    ['njwt', "require('nJwt')"],
    ['snjwt', 'njwts', 'jwt'],
  ],
  zoomByName: [['Zoom', 'ZOOM_KEY', 'myzoom'], ['zo om']],
  videoAppKey: [['{app_key:a'], ['my_app_key:a', 'app_key,', 'appKey:a']],
  videoTopic: [
    ['{tpc:a', ',tpc,'],
    ['tpcs', 'mytpc'],
  ],
  videoRole: [['role_type:1'], ['role_types', 'my_role_type']],
}

describe.each(Object.entries(features))('%s', (name, { pattern }) => {
  const [there, absent] = examples[name as Name]

  it.each(there)('is seen in %s', (code) => {
    expect(code).toMatch(pattern)
  })

  it.each(absent)('is not seen in %s', (code) => {
    expect(code).not.toMatch(pattern)
  })
})

it('each has its own name, for people', () => {
  const names = Object.values(features).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).not.toContain('')
})
