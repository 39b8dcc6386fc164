import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ZoomController {
    @Value("${ZOOM_MEETING_SDK_KEY}") private String key;
    @Value("${ZOOM_MEETING_SDK_SECRET}") private String secret;

    @PostMapping("/zoom/signature")
    Map<String, String> signature(@RequestBody Map<String, String> body) throws Exception {
        String number = body.get("meetingNumber");
        return Map.of("signature", Sign.signMeeting(key, secret, number, 0));
    }
}
