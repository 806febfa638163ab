package amends.desktop.profile;

import amends.customer.TimeLineEntry;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.telephony.CallId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What happened with the caller before, fetched once the caller is known. */
public final class TimelineModel extends PresentationModel {
    static final int MOST = 20;

    private final BiFunction<UUID, Integer, List<TimeLineEntry>> events;
    private final Function<CallId, Optional<UUID>> contacts;
    private final PostingWork work;
    private final ProfileModel profiles;
    private final Map<UUID, List<TimeLineEntry>> fetched = new HashMap<>();
    private final Set<UUID> asked = new HashSet<>();

    /**
     * @param events of a customer, as many as asked for; blocks
     * @param contacts the contact of a call: its own does not stand among the earlier ones
     */
    public TimelineModel(
            BiFunction<UUID, Integer, List<TimeLineEntry>> events,
            Function<CallId, Optional<UUID>> contacts,
            ProfileModel profiles,
            PostingWork work) {
        this.events = events;
        this.contacts = contacts;
        this.work = work;
        this.profiles = profiles;
    }

    /** What happened before, open matters first, without this call's own contact; empty until it is there. */
    public List<TimeLineEntry> of(CallId call) {
        return profiles
                .profile(call)
                .map(profile -> {
                    if (asked.add(profile.id())) fetch(profile.id());
                    return fetched.getOrDefault(profile.id(), List.of());
                })
                .orElse(List.of())
                .stream()
                .filter(event -> contacts.apply(call).filter(event.id()::equals).isEmpty())
                .toList();
    }

    private void fetch(UUID customer) {
        work.ask(
                () -> events.apply(customer, MOST),
                found -> {
                    fetched.put(customer, found);
                    changed();
                },
                failure -> asked.remove(customer));
    }

    /** After a call there is one contact more: fetched anew at the next look. */
    public void refresh() {
        asked.clear();
    }
}
