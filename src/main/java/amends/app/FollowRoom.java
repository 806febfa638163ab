package amends.app;

import amends.contact.Contact;
import amends.contact.Contacts;
import amends.desktop.FollowPorts;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.knowledge.Article;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.FlowPaths;
import amends.knowledge.FlowWalk;
import amends.knowledge.QueuedFlowKeeping;
import amends.knowledge.jdbc.JdbcArticleShelf;
import amends.recording.Recorder;
import amends.sms.OutgoingSms;
import amends.sms.Purpose;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What is followed in a call, for who sits at a desk. */
final class FollowRoom {
    /** Who calls again later begins anew. */
    private static final Duration GOES_ON = Duration.ofHours(2);

    private static final int MOST_CONTACTS = 10;
    /** What was asked for in a call is of use for a day. */
    private static final Duration WORTH = Duration.ofHours(24);

    private final StaffMember member;
    private final StoreRoom store;
    private final DeskSettings settings;
    private final Optional<Recorder> recorder;
    private final Timekeeper time;

    FollowRoom(
            StaffMember member, StoreRoom store, DeskSettings settings, Optional<Recorder> recorder, Timekeeper time) {
        this.member = member;
        this.store = store;
        this.settings = settings;
        this.recorder = recorder;
        this.time = time;
    }

    FollowPorts ports() {
        var knowledge = store.knowledge();
        return new FollowPorts(
                knowledge.flows()::inUse,
                new QueuedFlowKeeping(knowledge.paths(), store.queue(), member, time),
                this::earlier,
                pause(),
                knowledge.articles()::byId,
                new OnesOwn(),
                this::send);
    }

    /** Among the same customer's, or number's, contacts of the last hours. */
    private Optional<FollowPorts.Earlier> earlier(Contact contact) {
        Instant since = time.now().minus(GOES_ON);
        Contacts contacts = store.contacts();
        Stream<Contact> ofNumber = PhoneNumber.parse(contact.number(), settings.homeRegion()).stream()
                .flatMap(number -> contacts.ofNumber(number, since, MOST_CONTACTS).stream());
        Stream<Contact> ofCustomer = contact.customer().stream()
                .flatMap(customer -> contacts.ofCustomer(customer, MOST_CONTACTS).stream())
                .filter(other -> other.began().isAfter(since));
        List<UUID> others = Stream.concat(ofNumber, ofCustomer)
                .map(Contact::id)
                .filter(id -> !id.equals(contact.id()))
                .distinct()
                .toList();
        return store.knowledge().paths().unfinished(others, since).flatMap(this::earlier);
    }

    private Optional<FollowPorts.Earlier> earlier(FlowPaths.Path path) {
        return store.knowledge()
                .flows()
                .version(path.flow(), path.version())
                .map(flow -> new FollowPorts.Earlier(
                        new FlowWalk(path.id(), flow, path.taken()),
                        WindowPorts.name(store, path.agent()),
                        path.changed()));
    }

    private FollowPorts.PaymentPause pause() {
        return new FollowPorts.PaymentPause() {
            @Override
            public boolean begin(CallId call) {
                return recorder.filter(r -> r.pause(call)).isPresent();
            }

            @Override
            public void end(CallId call) {
                recorder.ifPresent(r -> r.resume(call));
            }
        };
    }

    private final class OnesOwn implements FollowPorts.AtHand {
        private final JdbcArticleShelf shelf = new JdbcArticleShelf(store.database());

        @Override
        public Set<String> favourites() {
            return shelf.favourites(member.id());
        }

        @Override
        public void favour(String article, boolean wanted) {
            if (!Permission.USE_ARTICLE.isGivenTo(member)) return;
            if (wanted) shelf.favour(member.id(), article, time.now());
            else shelf.unfavour(member.id(), article);
        }

        @Override
        public List<Article> fresh(ArticleLanguage language, int most) {
            Instant since = shelf.here(member.id(), time.now());
            return shelf.changedSince(since, language, most).stream()
                    .flatMap(id -> store.knowledge().articles().byId(id).stream())
                    .toList();
        }
    }

    /** The customer is on the line and asked for it: it is no advertisement, and leaves at once. */
    private FollowPorts.Sent send(UUID contact, String number, Article article, String text) {
        if (!Permission.USE_ARTICLE.isGivenTo(member)) return FollowPorts.Sent.NOT_PERMITTED;
        if (!settings.sms().enabled()) return FollowPorts.Sent.NO_MESSAGES;
        Optional<PhoneNumber> to = PhoneNumber.parse(number, settings.homeRegion());
        if (to.isEmpty()) return FollowPorts.Sent.NO_NUMBER;
        UUID id = Ids.named("article by message:" + contact + ":" + article.id() + ":" + article.version());
        Instant now = time.now();
        store.database().call(() -> {
            store.outbox().put(new OutgoingSms(id, to.get(), text, Purpose.INFORMATION, now, now.plus(WORTH)));
            return id;
        });
        return FollowPorts.Sent.ON_ITS_WAY;
    }
}
