import type { UnparsedLanguage } from './unparsed-language.ts'

export const elixir: UnparsedLanguage = {
  name: 'elixir',
  extensions: ['ex', 'exs'],
  replacement: String.raw`defmodule ZoomSignature do
  def create(sdk_key, sdk_secret, meeting_number, role) do
    issued_at = System.system_time(:second) - 30
    expires_at = issued_at + 7200
    json_key = sdk_key |> String.replace("\\", "\\\\") |> String.replace("\"", "\\\"")
    number = meeting_number |> to_string() |> String.replace(~r/[^0-9]/, "")
    encode = &Base.url_encode64(&1, padding: false)

    claims =
      ~s|{"appKey":"#{json_key}","sdkKey":"#{json_key}","mn":"#{number}","role":#{role},| <>
        ~s|"iat":#{issued_at},"exp":#{expires_at},"tokenExp":#{expires_at},"video_webrtc_mode":1}|

    signing_input = encode.(~s|{"alg":"HS256","typ":"JWT"}|) <> "." <> encode.(claims)
    signing_input <> "." <> encode.(:crypto.mac(:hmac, :sha256, sdk_secret, signing_input))
  end
end
`,
}
