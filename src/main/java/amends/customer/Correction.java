package amends.customer;

import java.time.Instant;
import java.util.UUID;

/** One thing in a profile that was put right. @param was may be blank @param became may be blank @param why one line */
public record Correction(
        UUID id, UUID customer, OutsideField field, String was, String became, String why, UUID who, Instant at) {
    /** Keeps what was put right. Blocks; joins the caller's transaction. */
    public interface Book {
        void add(Correction correction);
    }
}
