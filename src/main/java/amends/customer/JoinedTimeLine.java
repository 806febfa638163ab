package amends.customer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The rooms' time lines as one: open matters first, what is due soonest on top, then the newest. */
public final class JoinedTimeLine implements TimeLineSource {
    private static final Comparator<TimeLineEntry> ORDER = Comparator.comparing(TimeLineEntry::isOpen)
            .reversed()
            .thenComparing(
                    entry -> entry.due().filter(due -> entry.isOpen()).orElse(null),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(TimeLineEntry::at, Comparator.reverseOrder())
            .thenComparing(TimeLineEntry::id);

    private final List<TimeLineSource> sources;

    public JoinedTimeLine(List<TimeLineSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public List<TimeLineEntry> of(UUID customer, int most) {
        var all = new ArrayList<TimeLineEntry>();
        for (TimeLineSource source : sources) all.addAll(source.of(customer, most));
        return all.stream().sorted(ORDER).limit(most).toList();
    }
}
