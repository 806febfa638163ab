package amends.app;

import amends.kernel.DutyHandler;
import amends.kernel.DutyRunner;
import amends.kernel.Timekeeper;
import amends.recovery.LostNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the house does by itself, whoever is signed in: carried out by the desk where the database is its own, by
 * {@code amends services} where many share one. Any number of processes may run it at once; leases keep them apart.
 */
final class HouseDuties implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HouseDuties.class);
    private final Closing closing = new Closing();
    private final Optional<SmsRoom> sms;

    private HouseDuties(DeskSettings settings, StoreRoom store, boolean all, Timekeeper time) {
        boolean may = !settings.database().isPersonal();
        sms = all || settings.sms().enabled() && may
                ? Optional.of(closing.with(SmsRoom.of(settings, store, time)))
                : Optional.empty();
        sms.ifPresent(room -> join(room, store, settings, time));
        sms.ifPresent(SmsRoom::start);
        List<DutyHandler> handlers = all ? handlers(settings, store, time) : List.of();
        if (!handlers.isEmpty())
            closing.with(new DutyRunner(
                            store.duties(), store.database(), handlers, time, DutyRunner.Pace.USUAL, "house"))
                    .start();
    }

    /** On a desk: everything when the database is its own, only what the settings switch on when it is shared. */
    static HouseDuties ofDesk(DeskSettings settings, Home home, StoreRoom store, Timekeeper time) {
        boolean own = settings.database().url().equals(home.databaseUrl());
        if (settings.sms().enabled() && settings.database().isPersonal())
            LOG.warn("sms.enabled is left aside: a person's own login may not carry messages, 'amends services' does");
        return new HouseDuties(settings, store, own, time);
    }

    /** Everything. */
    static HouseDuties ofServices(DeskSettings settings, StoreRoom store, Timekeeper time) {
        return new HouseDuties(settings, store, true, time);
    }

    /**
     * The rooms' handlers, one line a room. A handler that only changes the store says so by
     * {@link DutyHandler#isTransaction}.
     */
    private List<DutyHandler> handlers(DeskSettings settings, StoreRoom store, Timekeeper time) {
        var complaints = new ComplaintRoom(store, settings, time);
        var handlers = new ArrayList<DutyHandler>(complaints.duties());
        handlers.addAll(new CustomerErrands(store, complaints.intake, settings.homeRegion(), time).handlers());
        handlers.add(SurveyRoom.expiry(store));
        handlers.addAll(PersonalityRoom.duties(store, time));
        handlers.addAll(PromiseRoom.clock(store, time));
        handlers.add(CompensationRoom.expiry(store, time));
        handlers.addAll(CareRoom.duties(store, time));
        handlers.add(CustomersRoom.tidying(store, settings, time));
        handlers.add(SupervisionRoom.tidying(store, time));
        handlers.add(PlanRoom.notices(store, settings.homeRegion(), time));
        handlers.addAll(LearnedAnswers.looking(store, time));
        handlers.add(CorrectedAnswers.looking(store, settings.homeRegion(), time));
        handlers.add(new RecalledAnswers(store, settings.homeRegion(), time));
        return List.copyOf(handlers);
    }

    /** Who hears of short messages, one line a room; called before the first message can come. */
    private static void join(SmsRoom sms, StoreRoom store, DeskSettings settings, Timekeeper time) {
        var complaints = new ComplaintRoom(store, settings, time);
        SurveyRoom.hear(sms, store, complaints.intake, complaints.ratings(), settings);
        sms.courses().onChange(new LostNews(complaints.parts));
    }

    /** Empty on a desk that leaves it to the services. */
    Optional<SmsRoom> sms() {
        return sms;
    }

    @Override
    public void close() {
        closing.close();
    }
}
