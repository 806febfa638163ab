package amends.app;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.customer.jdbc.ContactRecords;
import amends.kernel.jdbc.Database;
import amends.staff.Improvements;
import amends.staff.jdbc.JdbcImprovements;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The calls at hand when employees suggested something. The words are about the house and stay; which call it was goes
 * with its person. Merged persons keep their calls, hence nothing moves. The room of the staff does not know customers.
 */
final class ImprovementRecords implements PersonalRecords {
    private final ContactRecords contacts;
    private final Improvements improvements;

    ImprovementRecords(Database database) {
        contacts = new ContactRecords(database);
        improvements = new JdbcImprovements(database);
    }

    @Override
    public String room() {
        return "improvements";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return List.of();
    }

    @Override
    public int forget(UUID customer) {
        return improvements.forget(contacts.ids(customer));
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return List.of();
    }

    @Override
    public void moveBack(Collection<UUID> rows, UUID holder, UUID owner) {}
}
