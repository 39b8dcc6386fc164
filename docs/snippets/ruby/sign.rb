require 'base64'
require 'json'
require 'openssl'

def base64url(bytes)
  Base64.urlsafe_encode64(bytes, padding: false)
end

def sign_meeting(key, secret, number, role)
  iat = Time.now.to_i - 60
  exp = iat + 7200
  header = { alg: 'HS256', typ: 'JWT' }
  claims = {
    appKey: key,
    sdkKey: key,
    mn: number.gsub(/\D/, ''),
    role: role,
    iat: iat,
    exp: exp,
    tokenExp: exp
  }
  text = "#{base64url(JSON.generate(header))}.#{base64url(JSON.generate(claims))}"
  mac = OpenSSL::HMAC.digest('SHA256', secret, text)
  "#{text}.#{base64url(mac)}"
end

key = ENV.fetch('ZOOM_MEETING_SDK_KEY')
secret = ENV.fetch('ZOOM_MEETING_SDK_SECRET')
puts sign_meeting(key, secret, '845 1236 7890', 0)
