import type { UnparsedLanguage } from './unparsed-language.ts'

export const kotlin: UnparsedLanguage = {
  name: 'kotlin',
  extensions: ['kt', 'kts'],
  replacement: String.raw`import java.util.Base64
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

fun zoomSignature(sdkKey: String, sdkSecret: String, meetingNumber: String, role: Int): String {
    val issuedAt = System.currentTimeMillis() / 1000 - 30
    val expiresAt = issuedAt + 7200
    val jsonKey = sdkKey.replace("\\", "\\\\").replace("\"", "\\\"")
    val number = meetingNumber.filter { it in '0'..'9' }
    val claims = "{\"appKey\":\"$jsonKey\",\"sdkKey\":\"$jsonKey\",\"mn\":\"$number\",\"role\":$role," +
        "\"iat\":$issuedAt,\"exp\":$expiresAt,\"tokenExp\":$expiresAt,\"video_webrtc_mode\":1}"
    val base64Url = Base64.getUrlEncoder().withoutPadding()
    val signingInput = listOf("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", claims)
        .joinToString(".") { base64Url.encodeToString(it.toByteArray()) }
    val mac = Mac.getInstance("HmacSHA256")
    mac.init(SecretKeySpec(sdkSecret.toByteArray(), "HmacSHA256"))
    return signingInput + "." + base64Url.encodeToString(mac.doFinal(signingInput.toByteArray()))
}
`,
}
