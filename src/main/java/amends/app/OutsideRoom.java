package amends.app;

import amends.customer.AskingOutside;
import amends.customer.OutsideKeeping;
import amends.customer.OutsideSource;
import amends.customer.PageOnPop;
import amends.customer.jdbc.JdbcOutsideBook;
import amends.kernel.Timekeeper;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Other systems that know customers, at one desk. */
final class OutsideRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideRoom.class);
    final AskingOutside asking;
    /** Not virtual ones: a name look-up that hangs keeps a virtual thread's carrier, and there are few of those. */
    private final ExecutorService asks;

    private final ExecutorService answers;
    private final List<OutsideSource> sources;

    OutsideRoom(Desk desk, StoreRoom store, DeskSettings settings, Timekeeper time) {
        OutsideSettings outside = settings.outside();
        int threads = Math.max(1, outside.sources().size() * AskingOutside.MOST_IN_FLIGHT);
        asks = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("outside-", 0).factory());
        answers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("outside-http-", 0).factory());
        sources = outside.sources().stream()
                .map(source -> source.opened().apply(answers))
                .toList();
        var page = new PageOnPop(
                outside.page().address(), outside.page().when(), outside.page().idsOf(), Browser::open);
        var keeping = new OutsideKeeping(
                new JdbcOutsideBook(store.database()),
                store.profile().tags(),
                store.profile().consents(),
                store.database(),
                time);
        asking = new AskingOutside(
                desk.phone,
                desk.pop,
                sources,
                page,
                keeping,
                new AskingOutside.Runners(desk.loop, desk.background, asks),
                settings.homeRegion(),
                time);
    }

    @Override
    public void close() {
        asks.shutdownNow();
        for (OutsideSource source : sources) {
            try {
                if (source instanceof AutoCloseable open) open.close();
            } catch (Exception e) {
                LOG.debug("outside {}: not closed: {}", source.name(), e.toString());
            }
        }
        answers.shutdownNow();
    }
}
