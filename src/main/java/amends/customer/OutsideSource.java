package amends.customer;

import amends.kernel.PhoneNumber;
import java.time.Duration;
import java.util.Optional;

/** Another system that knows customers. */
public interface OutsideSource {
    /** As the settings call it; what it says is kept under it. */
    String name();

    /** Whose ids of customers it understands: the source of an import. */
    String idsOf();

    /** Whether it can be asked with only this. */
    boolean understands(Question question);

    /** How long nobody is told that it is late. It may be waited for some time longer. */
    Duration deadline();

    /** Whether it is asked only of customers who agreed to personalisation. */
    boolean needsConsent();

    /**
     * Asks. Blocks, not much longer than {@link #patience}; never throws because of what the other side does.
     */
    OutsideAnswer ask(Question question);

    /** When it is given up: an answer after the deadline still counts until then. */
    default Duration patience() {
        return deadline().multipliedBy(3);
    }

    /** Who is asked for. Only what the settings name of it leaves the house. */
    record Question(Optional<PhoneNumber> number, Optional<String> id) {}
}
