package amends.app;

import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Database;
import amends.personality.jdbc.PersonalityRecords;
import java.util.List;

/** What every room keeps about a person, one line a room: shown, forgotten and moved together. */
final class PersonalRooms {
    private PersonalRooms() {}

    static List<PersonalRecords> of(Database database) {
        return List.of(new PersonalityRecords(database));
    }
}
