package amends.knowledge.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * The runtime's environment, held a second time. The runtime gives its own hold up by a hook when the program ends,
 * whoever is still asking a model then, and a program that asks without it is killed by the system in the middle of its
 * last writes. Holds are counted, and this one is never given up.
 */
final class LastingEnvironment {
    private static final int WARNINGS = 2;

    private LastingEnvironment() {}

    /** @throws IOException when it cannot be held: then it is better not asked at all */
    static OrtEnvironment get() throws IOException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try {
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            Method hold = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            api.setAccessible(true);
            hold.setAccessible(true);
            hold.invoke(null, api.getLong(null), WARNINGS, "amends");
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IOException("the environment of ONNX Runtime cannot be held", e);
        }
        return environment;
    }
}
