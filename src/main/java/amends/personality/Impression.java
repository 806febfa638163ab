package amends.personality;

import java.util.List;

/** What is thought of a customer, and by whom otherwise. @param objections newest first */
public record Impression(Estimate estimate, List<Objection> objections) {
    public Impression {
        objections = List.copyOf(objections);
    }

    /** Whether behaviours may be marked: the customer agreed to it. */
    public boolean mayBeMarked() {
        return !(estimate instanceof Estimate.NoConsent);
    }
}
