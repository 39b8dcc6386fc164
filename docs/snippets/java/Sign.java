import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Sign {
    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String signMeeting(String key, String secret, String number, int role) throws Exception {
        long iat = Instant.now().getEpochSecond() - 60;
        long exp = iat + 7200;
        String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
        String claims = "{\"appKey\":\"" + key + "\",\"sdkKey\":\"" + key + "\""
            + ",\"mn\":\"" + number.replaceAll("\\D", "") + "\""
            + ",\"role\":" + role
            + ",\"iat\":" + iat + ",\"exp\":" + exp + ",\"tokenExp\":" + exp + "}";
        String text = base64url(utf8(header)) + "." + base64url(utf8(claims));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(utf8(secret), "HmacSHA256"));
        return text + "." + base64url(mac.doFinal(utf8(text)));
    }

    public static void main(String[] args) throws Exception {
        String key = System.getenv("ZOOM_MEETING_SDK_KEY");
        String secret = System.getenv("ZOOM_MEETING_SDK_SECRET");
        System.out.println(signMeeting(key, secret, "845 1236 7890", 0));
    }
}
