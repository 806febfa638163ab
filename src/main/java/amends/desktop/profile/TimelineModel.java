package amends.desktop.profile;

import amends.contact.Contact;
import amends.contact.Contacts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.telephony.CallId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The caller's earlier contacts, fetched once the caller is known. */
public final class TimelineModel extends PresentationModel {
    static final int MOST = 20;

    private final Contacts contacts;
    private final PostingWork work;
    private final ProfileModel profiles;
    private final Map<UUID, List<Contact>> fetched = new HashMap<>();
    private final Set<UUID> asked = new HashSet<>();

    public TimelineModel(Contacts contacts, ProfileModel profiles, PostingWork work) {
        this.contacts = contacts;
        this.work = work;
        this.profiles = profiles;
    }

    /** Earlier contacts of whoever calls, newest first, without this call's own; empty until they are there. */
    public List<Contact> of(CallId call) {
        return profiles
                .profile(call)
                .map(profile -> {
                    if (asked.add(profile.id())) fetch(profile.id());
                    return fetched.getOrDefault(profile.id(), List.of());
                })
                .orElse(List.of())
                .stream()
                .filter(c -> !c.call().equals(call.value()))
                .toList();
    }

    private void fetch(UUID customer) {
        work.ask(
                () -> contacts.ofCustomer(customer, MOST),
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
