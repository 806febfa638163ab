package amends.kernel;

/** Something that will happen later and can be called off. Calling it off twice, or too late, does nothing. */
@FunctionalInterface
public interface Cancellable {
    void cancel();
}
