package amends.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Works more than it waits, with processes that it starts and kills, and measures neither time nor sound: it runs beside
 * the programs that wait for somebody to speak, one such class at a time, and never beside an {@link Undisturbed} one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Undisturbed.PROCESSORS)
public @interface BesideWhatWaits {}
