package amends.compensation;

import amends.customer.TimeLineEntry;
import amends.customer.TimeLineEntry.Kind;
import amends.customer.TimeLineSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What a customer was given, and what is asked for them, told in their time line. */
public final class CompensationTimeLine implements TimeLineSource {
    private static final int FAR_BACK = 50;
    private final Grants grants;

    public CompensationTimeLine(Grants grants) {
        this.grants = grants;
    }

    @Override
    public List<TimeLineEntry> of(UUID customer, int most) {
        return grants.ofCustomer(customer, Math.max(most, FAR_BACK)).stream()
                .map(CompensationTimeLine::entry)
                .sorted(Comparator.comparing(TimeLineEntry::isOpen).reversed())
                .limit(most)
                .toList();
    }

    private static TimeLineEntry entry(Grant grant) {
        var told = TimeLineEntry.of(Kind.COMPENSATION, grant.id(), grant.asked())
                .in(grant.state())
                .saying(grant.value() + (grant.words().isBlank() ? "" : " · " + grant.words()));
        return grant.state().isWaiting() ? told.openUntil(grant.expires()) : told;
    }
}
