package amends.app;

import amends.contact.Contacts;
import amends.customer.Consents;
import amends.customer.JoinedTimeLine;
import amends.customer.TimeLineSource;
import amends.customer.jdbc.JdbcConsents;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.recovery.ComplaintTimeLine;
import amends.recovery.jdbc.JdbcComplaints;
import java.util.List;

/** What more there is about a customer than the face at ringing. */
record ProfileRoom(Consents consents, TimeLineSource timeLine) {
    static ProfileRoom open(Database database, Contacts contacts, Timekeeper time) {
        return new ProfileRoom(new JdbcConsents(database, time), timeLine(database, contacts));
    }

    /** What the rooms tell of a customer: one line a room. */
    private static TimeLineSource timeLine(Database database, Contacts contacts) {
        return new JoinedTimeLine(
                List.of(new ContactTimeLine(contacts), new ComplaintTimeLine(new JdbcComplaints(database))));
    }
}
