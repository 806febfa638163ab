package amends.promise;

import amends.contact.Contact;
import amends.contact.ContactKeeping;
import amends.kernel.Cancellable;
import amends.kernel.Ids;
import amends.kernel.Loop;
import amends.kernel.Money;
import amends.kernel.PhoneNumber;
import amends.kernel.StoreQueue;
import amends.kernel.StoreUnavailable;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.promise.PromiseMaking.Outcome;
import amends.promise.PromiseMaking.Outcome.Made;
import amends.promise.PromiseMaking.Outcome.Refused;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member's promises at one desk. The list is read in the background; what is done to it is decided on the call
 * loop and written behind it, in order, so that a promise that is given while the database is away is kept later with
 * the time at which it was given.
 */
public final class DeskPromises implements PromiseHandling {
    private static final Logger LOG = LoggerFactory.getLogger(DeskPromises.class);
    /** How often others' changes are looked for. */
    private static final Duration EVERY = Duration.ofSeconds(20);

    private static final int MOST = 200;
    private static final int MOST_REMEMBERED = 64;
    private final StaffMember member;
    private final ContactKeeping contacts;
    private final Part part;
    private final Threads threads;
    private final Timekeeper time;
    private final Subscribers<PromiseBoard> subscribers = new Subscribers<>();
    private final Map<UUID, PromiseProgress> given = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, PromiseProgress> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private List<Promise> mine = List.of();
    private Optional<PromiseActs.Reason> refused = Optional.empty();
    private PromiseBoard told = PromiseBoard.EMPTY;
    private boolean away;
    private boolean reading;
    private boolean readAgain;

    /** What the desk has of the room. */
    public record Part(
            Promises promises,
            PromiseMaking making,
            PromiseActs acts,
            PromiseRules rules,
            PromiseAuthority authority,
            PastLengths lengths) {}

    /** @param background where the store is read @param queue by which it is written, in order */
    public record Threads(Loop loop, Executor background, StoreQueue queue) {}

    /**
     * @param contacts whose queue is the same: a contact is stored before what was promised in it
     */
    public DeskPromises(StaffMember member, ContactKeeping contacts, Part part, Threads threads, Timekeeper time) {
        this.member = member;
        this.contacts = contacts;
        this.part = part;
        this.threads = threads;
        this.time = time;
    }

    /** Reads the list from now on. */
    public void open() {
        if (!Permission.KEEP_PROMISE.isGivenTo(member)) return;
        refresh();
        threads.loop.after(EVERY, this::open);
    }

    @Override
    public PromiseBoard board() {
        return told;
    }

    @Override
    public PromiseRules rules() {
        return part.rules;
    }

    @Override
    public DueSuggesting.Suggestion suggest(PromiseKind kind, PromiseOwner owner) {
        return part.rules
                .suggesting()
                .suggest(kind, part.rules.calendarOf(owner), part.lengths.of(kind.code(), owner.team()), time.now());
    }

    /**
     * What the form holds when it opens: kept by whose work it usually is, by the suggested time. On the call loop; for
     * whoever promises without a window.
     *
     * @param kind code of one of the rules' kinds
     */
    public PromiseWish asSuggested(
            CallId call, String kind, String what, Optional<Money> amount, Optional<PhoneNumber> number) {
        PromiseKind of = part.rules.kind(kind).orElseThrow();
        PromiseOwner owner = of.department().isEmpty()
                ? new PromiseOwner.Person(member.id())
                : new PromiseOwner.Team(of.department());
        return new PromiseWish(
                Ids.next(),
                call,
                kind,
                what,
                amount,
                Optional.empty(),
                "",
                number,
                Optional.of(owner),
                suggest(of, owner).due(),
                true);
    }

    @Override
    public Optional<Refused> refusal(PromiseWish wish) {
        return part.rules.refusal(draft(wish, Optional.empty()), part.authority);
    }

    @Override
    public void make(PromiseWish wish) {
        PromiseProgress before = given.get(wish.id());
        if (before != null && !(before instanceof PromiseProgress.Refused)) return;
        PromiseDraft draft = draft(wish, contacts.of(wish.call()));
        Optional<Refused> why = part.rules.refusal(draft, part.authority);
        if (why.isPresent()) {
            tell(new PromiseProgress.Refused(wish.id(), wish.call(), why.get()));
            return;
        }
        tell(new PromiseProgress.Keeping(wish.id(), wish.call()));
        threads.queue.put("promise " + wish.id(), () -> keep(wish, draft));
    }

    private PromiseDraft draft(PromiseWish wish, Optional<Contact> contact) {
        return new PromiseDraft(
                wish.id(),
                wish.kind(),
                wish.what(),
                wish.amount(),
                new PromisedTo(
                        contact.flatMap(Contact::customer).or(wish::customer),
                        wish.customerName(),
                        wish.number(),
                        contact.map(Contact::id),
                        Optional.empty()),
                member,
                wish.owner(),
                wish.due(),
                time.now(),
                wish.receipt(),
                Optional.empty());
    }

    /** On the store's thread, again and again while the database is away. */
    private void keep(PromiseWish wish, PromiseDraft draft) {
        try {
            Outcome outcome = part.making.make(draft);
            threads.loop.execute(() -> made(wish, outcome));
        } catch (StoreUnavailable e) {
            threads.loop.execute(() -> tell(new PromiseProgress.Held(wish.id(), wish.call())));
            throw e;
        } catch (RuntimeException e) {
            LOG.error("call {}: its promise could not be kept", wish.call(), e);
            threads.loop.execute(() -> tell(new PromiseProgress.NotTaken(wish.id(), wish.call())));
        }
    }

    private void made(PromiseWish wish, Outcome outcome) {
        tell(
                switch (outcome) {
                    case Made(var promise, var receipt) ->
                        new PromiseProgress.Given(wish.id(), wish.call(), promise, receipt);
                    case Refused why -> new PromiseProgress.Refused(wish.id(), wish.call(), why);
                });
        refresh();
    }

    private void tell(PromiseProgress progress) {
        given.remove(progress.id());
        given.put(progress.id(), progress);
        tell();
    }

    @Override
    public void step(UUID promise, PromiseStep step) {
        UUID act = Ids.next();
        refused = Optional.empty();
        if (!Permission.KEEP_PROMISE.isGivenTo(member)) {
            refused = Optional.of(PromiseActs.Reason.NOT_YOURS);
            tell();
            return;
        }
        mine = mine.stream()
                .filter(p -> !p.id().equals(promise) || !leaves(p, step))
                .toList();
        tell();
        threads.queue.put("promise act " + act, () -> {
            PromiseActs.Outcome outcome = part.acts.step(act, promise, member, step);
            threads.loop.execute(() -> stepped(outcome));
        });
    }

    private static boolean leaves(Promise promise, PromiseStep step) {
        return PromiseCourse.next(promise, step) instanceof PromiseCourse.Next.Changed(var now)
                && (!now.state().isOpen() || !now.owner().equals(promise.owner()));
    }

    private void stepped(PromiseActs.Outcome outcome) {
        refused = outcome instanceof PromiseActs.Outcome.Refused(var reason) ? Optional.of(reason) : Optional.empty();
        tell();
        refresh();
    }

    @Override
    public void refresh() {
        if (reading) {
            readAgain = true;
            return;
        }
        reading = true;
        threads.background.execute(() -> {
            try {
                part.lengths.refresh();
                List<Promise> read = part.promises.openOf(member.id(), MOST);
                threads.loop.execute(() -> read(read, false));
            } catch (RuntimeException e) {
                LOG.debug("the promises cannot be read: {}", e.toString());
                threads.loop.execute(() -> read(mine, true));
            }
        });
    }

    private void read(List<Promise> read, boolean failed) {
        reading = false;
        mine = read;
        away = failed;
        tell();
        if (!readAgain) return;
        readAgain = false;
        refresh();
    }

    private void tell() {
        var now = new PromiseBoard(mine, List.copyOf(given.values()), refused, away);
        if (now.equals(told)) return;
        told = now;
        subscribers.publish(now);
    }

    @Override
    public Cancellable onChange(Consumer<PromiseBoard> listener) {
        return subscribers.add(listener);
    }
}
