package amends.recovery;

import amends.customer.TimeLineEntry;
import amends.customer.TimeLineEntry.Kind;
import amends.customer.TimeLineSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Complaints told in a customer's time line. */
public final class ComplaintTimeLine implements TimeLineSource {
    /** Open ones that lie so far back are found all the same. */
    private static final int FAR_BACK = 100;

    private final Complaints complaints;

    public ComplaintTimeLine(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public List<TimeLineEntry> of(UUID customer, int most) {
        return complaints.ofCustomer(customer, Math.max(most, FAR_BACK)).stream()
                .map(ComplaintTimeLine::entry)
                .sorted(Comparator.comparing(TimeLineEntry::isOpen).reversed())
                .limit(most)
                .toList();
    }

    private static TimeLineEntry entry(Complaint complaint) {
        var told = TimeLineEntry.of(Kind.COMPLAINT, complaint.id(), complaint.opened())
                .in(complaint.state())
                .marked(complaint.severity())
                .saying("#" + complaint.number() + " " + complaint.subject());
        return complaint.state().isOpen() ? told.openUntil(complaint.clocks().respondBy()) : told;
    }
}
