package amends.desktop.care;

import amends.care.CareDesk;
import amends.care.Leaving;
import amends.customer.CustomerProfile;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.profile.ProfileModel;
import amends.telephony.CallId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whether whoever calls is likely to leave, asked once for each caller. */
public final class LeavingModel extends PresentationModel {
    private static final int MOST = 64;
    private final CareDesk desk;
    private final ProfileModel profiles;
    private final PostingWork work;
    private final Map<UUID, Optional<Leaving>> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Optional<Leaving>> eldest) {
            return size() > MOST;
        }
    };

    public LeavingModel(CareDesk desk, ProfileModel profiles, PostingWork work) {
        this.desk = desk;
        this.profiles = profiles;
        this.work = work;
    }

    /** Empty while it is not known, and where nothing points to it. */
    public Optional<Leaving> of(CallId call) {
        Optional<UUID> customer = profiles.profile(call).map(CustomerProfile::id);
        customer.filter(c -> !known.containsKey(c)).ifPresent(this::ask);
        return customer.flatMap(c -> known.getOrDefault(c, Optional.empty()));
    }

    private void ask(UUID customer) {
        known.put(customer, Optional.empty());
        work.ask(
                () -> desk.of(customer),
                found -> {
                    known.put(customer, found);
                    if (found.isPresent()) changed();
                },
                e -> known.remove(customer));
    }

    /** The call is over: at the next one it is asked anew. */
    public void over(CallId call) {
        profiles.profile(call).map(CustomerProfile::id).ifPresent(known::remove);
    }
}
