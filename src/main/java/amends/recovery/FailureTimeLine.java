package amends.recovery;

import amends.customer.TimeLineEntry;
import amends.customer.TimeLineEntry.Kind;
import amends.customer.TimeLineSource;
import java.util.List;
import java.util.UUID;

/** What went wrong for a customer told in their time line, with how it was settled; what is still owed is open. */
public final class FailureTimeLine implements TimeLineSource {
    private final Failures failures;

    public FailureTimeLine(Failures failures) {
        this.failures = failures;
    }

    @Override
    public List<TimeLineEntry> of(UUID customer, int most) {
        return failures.ofCustomer(customer, most).stream()
                .map(FailureTimeLine::entry)
                .toList();
    }

    private static TimeLineEntry entry(Failures.Kept kept) {
        Failure failure = kept.failure();
        var told = TimeLineEntry.of(Kind.FAILURE, failure.id(), failure.at())
                .marked(failure.severity())
                .marked(failure.kind());
        return kept.how().map(how -> told.in(how.means()).saying(how.words())).orElseGet(told::open);
    }
}
