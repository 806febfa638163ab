package amends.kernel;

import java.util.function.Supplier;

/**
 * Several features' changes as one: all are kept or none. Whatever repository is used inside joins the transaction of
 * the calling thread; a transaction inside a transaction joins the outer one. Blocks, so only on virtual threads.
 */
public interface Transactions {
    /** @throws StoreUnavailable when the database does not answer; nothing was kept */
    <T> T call(Supplier<T> work);

    default void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
