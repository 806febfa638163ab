package amends.app;

import amends.desktop.DesktopPorts;
import amends.kernel.DutyHandler;
import amends.kernel.Timekeeper;
import amends.personality.Impressions;
import amends.personality.KeepingTypes;
import amends.personality.Marks;
import amends.personality.NightlyLearning;
import amends.personality.StoringImpressions;
import amends.personality.TypesForReports;
import amends.personality.jdbc.JdbcLearnedParameters;
import amends.personality.jdbc.JdbcMarks;
import amends.personality.jdbc.JdbcObjections;
import amends.personality.jdbc.JdbcTypesKept;
import java.time.ZoneId;
import java.util.List;

/** What is thought of customers, at a desk and in the nights between. */
final class PersonalityRoom {
    /** So many complaints of a customer are looked through for an open one. */
    private static final int LATEST = 100;

    final Impressions impressions;
    final Marks marks;
    /** For figures about many customers; never where something is offered. */
    final TypesForReports types;

    private final NightlyLearning nightly;
    private final KeepingTypes keeping;

    PersonalityRoom(StoreRoom store, Timekeeper time) {
        var database = store.database();
        ZoneId zone = ZoneId.systemDefault();
        marks = new JdbcMarks(database, zone, time);
        var learned = new JdbcLearnedParameters(database);
        impressions = new StoringImpressions(
                new StoringImpressions.Store(
                        database,
                        store.profile().consents(),
                        marks,
                        new JdbcObjections(database),
                        learned,
                        store.audit(),
                        store.queue()),
                time);
        types = new TypesForReports(database, marks, learned, time);
        nightly = new NightlyLearning(database, store.duties(), marks, learned, zone, time);
        keeping = new KeepingTypes(
                database, store.duties(), marks, learned, new JdbcTypesKept(database, time), zone, time);
    }

    /** For the window: its look-ups block. */
    static DesktopPorts.Manner manner(Desk desk, StoreRoom store) {
        return new DesktopPorts.Manner(
                new PersonalityRoom(store, Timekeeper.system()).impressions,
                customer -> desk.complaintRoom.complaints.ofCustomer(customer, LATEST).stream()
                        .anyMatch(complaint -> complaint.state().isOpen()));
    }

    /** What the nights are for; there is a next one as soon as the database can be used. */
    static List<DutyHandler> duties(StoreRoom store, Timekeeper time) {
        var room = new PersonalityRoom(store, time);
        store.queue().put(NightlyLearning.class, room.nightly::begin);
        store.queue().put(KeepingTypes.class, room.keeping::begin);
        return List.of(room.nightly, room.keeping);
    }
}
