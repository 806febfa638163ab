package amends.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Measures time or sound: nothing {@link BesideWhatWaits that takes the processors} runs beside it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock(Undisturbed.PROCESSORS)
public @interface Undisturbed {
    String PROCESSORS = "the processors";
}
