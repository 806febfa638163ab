package amends.app;

import amends.acd.AcdEvent;
import amends.contact.ContactWriting;
import amends.kernel.Timekeeper;
import amends.recovery.FailureWatch;
import amends.recovery.LookingOwing;
import java.util.Optional;

/** What we owe those who call, at one desk: what goes wrong is seen and written, and the window is told what is open. */
final class OwingRoom {
    final LookingOwing owing;
    private final FailureWatch watch;

    /** The desk's phone, contacts and distributor are there and not open yet. */
    OwingRoom(Desk desk, StoreRoom store, ContactWriting writing, DeskSettings settings, Timekeeper time) {
        // Before the watch: what is seen in a call finds its balance begun.
        owing = new LookingOwing(
                desk.phone,
                desk.pop,
                new LookingOwing.Store(
                        store.database(),
                        new AdoptingAll(store.failures(), desk.promiseRoom.promises),
                        store.audit(),
                        store.queue()),
                desk.contacts,
                () -> Optional.of(desk.member),
                desk.loop,
                desk.background,
                time);
        watch = new FailureWatch(
                desk.phone,
                desk.pop,
                new FailureWatch.Store(store.failures(), store.contacts(), store.queue()),
                store.rules().limits(),
                settings.homeRegion(),
                desk.loop,
                desk.background,
                time);
        join(desk, store, writing);
    }

    private void join(Desk desk, StoreRoom store, ContactWriting writing) {
        watch.onSeen(seen -> owing.seen(seen.call(), store.rules().graded(seen.failure())));
        writing.onClosing(watch::closing);
        desk.session.onAcdEvent(this::heard);
        desk.media.onEnded(end -> desk.loop.execute(() -> {
            long received = end.whole().received();
            watch.heardAs(end.call(), received, end.whole().lossPercent());
            end.line()
                    .flatMap(line -> line.lossTherePercent().stream().boxed().findFirst())
                    .ifPresent(loss -> watch.heardThereAs(end.call(), received, loss));
        }));
    }

    private void heard(AcdEvent event) {
        switch (event) {
            case AcdEvent.QueueCallOffered offer -> watch.offered(offer.call(), offer.queue(), offer.waited());
            case AcdEvent.QueueCallAbandoned(var queue, var number, var waited, var uniqueId) ->
                watch.gaveUp(uniqueId, queue, number, waited);
            case AcdEvent.CallPassedOn(var way, var number, var times, var call) ->
                watch.passedOn(way, number, times, call);
            default -> {}
        }
    }
}
