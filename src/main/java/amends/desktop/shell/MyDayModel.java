package amends.desktop.shell;

import amends.contact.Contact;
import amends.contact.ContactKeeping;
import amends.contact.ContactKeeping.ContactEvent;
import amends.contact.Contacts;
import amends.contact.WrapUp;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.profile.ProfileModel;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** This agent's latest contacts, newest first. */
final class MyDayModel extends PresentationModel {
    static final int MOST = 50;
    /** How often is looked for what customers answered meanwhile. */
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final Contacts contacts;
    private final PostingWork work;
    private final ProfileModel profiles;
    private final Timekeeper time;
    private final UUID agent;
    private final List<Contact> latest = new ArrayList<>();
    /** Names seen in this session; profiles are not looked up for a list. */
    private final Map<UUID, String> names = new HashMap<>();

    private static final int MOST_SEARCHED = 2000;
    private List<Contact> found = List.of();
    private String wanted = "";
    private long looked;

    MyDayModel(
            Contacts contacts,
            ContactKeeping keeping,
            ProfileModel profiles,
            PostingWork work,
            Timekeeper time,
            UUID agent) {
        this.contacts = contacts;
        this.work = work;
        this.profiles = profiles;
        this.time = time;
        this.agent = agent;
        looked = time.nanos();
        keeping.onContact(this::heard);
    }

    void load() {
        work.ask(() -> contacts.ofAgent(agent, MOST), this::loaded, failure -> {});
    }

    /** Looks through this agent's own calls: number, name where it is known, queue and note. */
    void search(String text) {
        wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            found = List.of();
            changed();
            return;
        }
        String asked = wanted;
        work.ask(() -> contacts.ofAgent(agent, MOST_SEARCHED), all -> found(asked, all), failure -> {});
    }

    private void found(String asked, List<Contact> all) {
        if (!asked.equals(wanted)) return;
        found = all.stream()
                .filter(MyDayModel::isOver)
                .filter(c -> holds(c, asked))
                .limit(MOST)
                .toList();
        changed();
    }

    private boolean holds(Contact contact, String text) {
        String digits = text.replaceAll("[\\s()-]", "");
        String words = who(contact) + " " + contact.queue() + " "
                + contact.wrapUp().map(WrapUp::note).orElse("");
        return contact.number().contains(digits)
                || words.toLowerCase(Locale.ROOT).contains(text);
    }

    /** What was found, or the latest when nothing is looked for. */
    List<Contact> shown() {
        return wanted.isEmpty() ? latest() : found;
    }

    /** Now and then on the screen's thread: scores arrive long after their contact. */
    void tick() {
        if (time.nanos() - looked < LOOK.toNanos()) return;
        looked = time.nanos();
        load();
    }

    private void loaded(List<Contact> stored) {
        List<Contact> before = latest();
        for (Contact contact : stored) {
            if (!isOver(contact)) continue;
            latest.removeIf(c -> c.id().equals(contact.id()));
            latest.add(contact);
        }
        latest.sort((a, b) -> b.began().compareTo(a.began()));
        if (!latest.equals(before)) changed();
    }

    private static boolean isOver(Contact contact) {
        return contact.state() == Contact.State.CLOSED || contact.state() == Contact.State.INTERRUPTED;
    }

    private void heard(ContactEvent event) {
        Contact contact = event.contact();
        var call = new CallId(contact.call());
        profiles.name(call).or(() -> profiles.colleague(call)).ifPresent(name -> names.put(contact.id(), name));
        if (!isOver(contact)) return;
        latest.removeIf(c -> c.id().equals(contact.id()));
        latest.addFirst(contact);
        changed();
    }

    List<Contact> latest() {
        return List.copyOf(latest);
    }

    /** Name where this session saw it, the number as people at home write it otherwise. */
    String who(Contact contact) {
        return Optional.ofNullable(names.get(contact.id())).orElseGet(() -> numberOf(contact));
    }

    String numberOf(Contact contact) {
        return PhoneNumber.parse(contact.number(), profiles.homeRegion())
                .map(n -> n.shownIn(profiles.homeRegion()))
                .orElse(contact.number());
    }

    static Optional<Duration> talked(Contact contact) {
        return contact.answered().flatMap(a -> contact.ended().map(e -> Duration.between(a, e)));
    }
}
