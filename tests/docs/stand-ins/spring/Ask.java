import java.lang.reflect.Field;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;

/** Does what Spring does with the controller: fills in its values and asks it. */
public class Ask {
    public static void main(String[] args) throws Exception {
        ZoomController controller = new ZoomController();
        for (Field field : ZoomController.class.getDeclaredFields()) {
            String name = field.getAnnotation(Value.class).value().replaceAll("[${}]", "");
            field.setAccessible(true);
            field.set(controller, System.getenv(name));
        }
        System.out.println(controller.signature(Map.of("meetingNumber", "845 1236 7890")));
    }
}
