package amends.desktop.complaint;

import amends.recovery.Expectation;
import amends.recovery.Severity;
import java.util.Optional;
import java.util.UUID;

/** What is filled in for one deed; kept when the window is drawn anew. */
final class DeedForm {
    final Deed deed;
    String words = "";
    Severity severity = Severity.MODERATE;
    String cause = "";
    String business = "";
    String unit = "";
    Expectation expectation = Expectation.NOW;
    boolean hard;
    Optional<UUID> to = Optional.empty();
    boolean held = true;
    int timely = 5;
    int reasonable = 5;
    int fair = 5;

    DeedForm(Deed deed) {
        this.deed = deed;
    }
}
