package amends.app;

import amends.compensation.CompensationTimeLine;
import amends.compensation.jdbc.JdbcLedger;
import amends.contact.Contacts;
import amends.customer.Consents;
import amends.customer.Correcting;
import amends.customer.Entitlements;
import amends.customer.JoinedTimeLine;
import amends.customer.Needs;
import amends.customer.Portraits;
import amends.customer.ProfileBooks;
import amends.customer.ProfileDesk;
import amends.customer.TagRules;
import amends.customer.Tags;
import amends.customer.TimeLineSource;
import amends.customer.jdbc.JdbcConsents;
import amends.customer.jdbc.JdbcCorrections;
import amends.customer.jdbc.JdbcLetters;
import amends.customer.jdbc.JdbcNeeds;
import amends.customer.jdbc.JdbcPortraits;
import amends.customer.jdbc.JdbcTags;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.yaml.YamlMistakes;
import amends.promise.PromiseTimeLine;
import amends.promise.jdbc.JdbcPromises;
import amends.quality.NumberMask;
import amends.recovery.CallbackTimeLine;
import amends.recovery.ComplaintTimeLine;
import amends.recovery.FailureTimeLine;
import amends.recovery.Failures;
import amends.recovery.jdbc.JdbcCallbacks;
import amends.recovery.jdbc.JdbcComplaints;
import amends.staff.StaffMember;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** What more there is about a customer than the face at ringing. */
record ProfileRoom(
        Consents consents,
        Portraits portraits,
        Tags tags,
        Needs needs,
        TimeLineSource timeLine,
        TagRules rules,
        Entitlements entitlements) {
    private static final String RULES = "tag-rules.yaml";
    private static final String ENTITLEMENTS = "entitlements.yaml";

    /**
     * The house's own tables of rules and entitlements lie in the home folder; where they do not, those that come with
     * the program hold.
     *
     * @throws Trouble when one of them is wrong, with the line
     */
    static ProfileRoom open(Database database, Contacts contacts, Failures failures, Home home, Timekeeper time) {
        return new ProfileRoom(
                new JdbcConsents(database, time),
                new JdbcPortraits(database),
                new JdbcTags(database),
                new JdbcNeeds(database),
                timeLine(database, contacts, failures),
                own(home.folder().resolve(RULES), TagRules::read, TagRules::shipped),
                own(home.folder().resolve(ENTITLEMENTS), Entitlements::read, Entitlements::shipped));
    }

    private interface Reading<T> {
        T of(Path file) throws YamlMistakes;
    }

    private static <T> T own(Path file, Reading<T> reading, Supplier<T> shipped) {
        if (!Files.exists(file)) return shipped.get();
        try {
            return reading.of(file);
        } catch (YamlMistakes e) {
            throw new Trouble(Exit.BAD_CONFIGURATION, e.getMessage(), e);
        }
    }

    /** Customers' whole profiles as this member is shown them. */
    ProfileDesk desk(StoreRoom store, StaffMember member, String homeRegion, Timekeeper time) {
        var books = books(store);
        var mask = new NumberMask(homeRegion);
        return new ProfileDesk(
                member, books, rules, entitlements, number -> mask.of(number.e164()), time, ZoneId.systemDefault());
    }

    private ProfileBooks books(StoreRoom store) {
        return new ProfileBooks(
                store.gate(), portraits, tags, needs, consents, timeLine, store.audit(), store.database());
    }

    Correcting correcting(StoreRoom store, StaffMember member, Timekeeper time) {
        return new Correcting(member, books(store), new JdbcCorrections(store.database()), time);
    }

    /** What the rooms tell of a customer: one line a room. */
    private static TimeLineSource timeLine(Database database, Contacts contacts, Failures failures) {
        return new JoinedTimeLine(List.of(
                new ContactTimeLine(contacts),
                new JdbcLetters(database, Timekeeper.system()),
                new FailureTimeLine(failures),
                new ComplaintTimeLine(new JdbcComplaints(database)),
                new CallbackTimeLine(new JdbcCallbacks(database)),
                new PromiseTimeLine(new JdbcPromises(database)),
                new CompensationTimeLine(new JdbcLedger(database))));
    }
}
