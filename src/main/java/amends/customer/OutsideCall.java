package amends.customer;

import amends.customer.OutsideLine.Standing;
import amends.customer.OutsideSource.Question;
import amends.kernel.Cancellable;
import amends.kernel.PhoneNumber;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What other systems say in one call, of one customer. On the call loop only. */
final class OutsideCall {
    final CallId id;
    final Optional<UUID> customer;
    final Map<String, OutsideLine> lines = new LinkedHashMap<>();
    Map<String, String> ids = Map.of();
    boolean asked;
    boolean over;
    boolean answered;
    boolean opened;
    Cancellable timer = () -> {};
    private final Optional<PhoneNumber> number;

    OutsideCall(CallId id, Optional<UUID> customer, Optional<PhoneNumber> number) {
        this.id = id;
        this.customer = customer;
        this.number = number;
    }

    /** The same call, now that it is known whose it is: its page is not opened twice. */
    void takesOver(OutsideCall before) {
        before.timer.cancel();
        answered = before.answered;
        opened = before.opened;
    }

    Question question(String system) {
        return new Question(number, Optional.ofNullable(ids.get(system)));
    }

    void stands(OutsideSource source, Standing standing) {
        lines.computeIfPresent(source.name(), (name, line) -> line.stands(standing));
    }

    /** Of before, unless the source said something meanwhile. */
    void remembers(String source, OutsideBook.Kept kept) {
        lines.computeIfPresent(
                source,
                (name, line) -> line.at().isPresent() ? line : line.says(line.standing(), kept.at(), kept.facts()));
    }

    void says(OutsideSource source, Standing standing, Instant at, List<OutsideFact> facts) {
        lines.computeIfPresent(source.name(), (name, line) -> line.says(standing, at, facts));
    }
}
