package amends.app;

import amends.acd.GrantingVisits;
import amends.acd.GuestFeed;
import amends.acd.LeadVisits;
import amends.acd.PostingGuestFeed;
import amends.acd.VisitTidying;
import amends.acd.VisitedDesk;
import amends.acd.jdbc.JdbcVisitGrants;
import amends.contact.Contact;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Leads in live calls: every desk can be visited, a lead's can visit. */
final class SupervisionRoom {
    /** Among so many of an agent's newest contacts the live one is. */
    private static final int NEWEST = 20;

    final VisitedDesk visited;
    /** Empty for who may not. */
    final Optional<LeadVisits> visiting;

    private final StoreRoom store;

    private final boolean showsListening;

    SupervisionRoom(Desk desk, StoreRoom store, DeskSettings settings, Timekeeper time) {
        this.store = store;
        showsListening = settings.acd().showsListening();
        var grants = new JdbcVisitGrants(store.database());
        Consumer<Runnable> writes = write -> store.queue().put(Ids.next(), write);
        var visits = desk.phone.visits();
        visited = new VisitedDesk(
                desk.phone, visits, grants, store.staff(), desk.member.id(), desk.loop, desk.background, writes, time);
        var granting = new GrantingVisits(
                desk.member, grants, store.audit(), store.database(), this::live, new SecureRandom(), time);
        visiting = Permission.SUPERVISE_CALL.isGivenTo(desk.member)
                ? Optional.of(
                        new LeadVisits(desk.phone, visits, granting, grants, desk.loop, desk.background, writes, time))
                : Optional.empty();
    }

    /** Made on the call loop. */
    GuestFeed guests(Executor screen) {
        return new PostingGuestFeed(visited, showsListening, screen);
    }

    /** Among several calls the one that was answered last. */
    private Optional<GrantingVisits.LiveCall> live(String extension) {
        return store.staff().all().stream()
                .filter(member -> member.extension().equals(extension))
                .map(StaffMember::id)
                .flatMap(agent -> talking(store.contacts().ofAgent(agent, NEWEST).stream()))
                .findFirst();
    }

    private static Stream<GrantingVisits.LiveCall> talking(Stream<Contact> contacts) {
        return contacts.filter(c -> c.state() == Contact.State.OPEN
                        && c.answered().isPresent()
                        && c.ended().isEmpty())
                .sorted(Comparator.comparing((Contact c) -> c.answered().orElseThrow())
                        .reversed())
                .map(c -> new GrantingVisits.LiveCall(c.agent(), c.call(), c.number()));
    }

    /** Old grants go, by whoever does the house's duties. */
    static DutyHandler tidying(StoreRoom store, Timekeeper time) {
        var tidying = new VisitTidying(
                new JdbcVisitGrants(store.database()), store.duties(), store.database(), ZoneId.systemDefault(), time);
        store.queue().put(VisitTidying.class, tidying::begin);
        return tidying;
    }
}
