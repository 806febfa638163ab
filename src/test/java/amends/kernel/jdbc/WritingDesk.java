package amends.kernel.jdbc;

import amends.contact.Contact;
import amends.contact.jdbc.JdbcContacts;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.telephony.Direction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** A process that writes contacts until it is killed, and says which of them the database acknowledged. */
public final class WritingDesk {
    private WritingDesk() {}

    public static void main(String[] args) {
        var database = Database.open(new DatabaseAddress(args[0], "", ""), Timekeeper.system());
        if (!database.awaitAvailable(Duration.ofSeconds(60))) {
            System.out.println("unavailable " + database.availability());
            System.exit(1);
        }
        var contacts = new JdbcContacts(database, Timekeeper.system(), "desk");
        for (int i = 0; ; i++) {
            UUID id = Ids.next();
            contacts.save(contact(id, i));
            contacts.draft(id, "note " + i);
            byte[] line = ("stored " + id + "\n").getBytes(StandardCharsets.US_ASCII);
            System.out.write(line, 0, line.length);
            System.out.flush();
        }
    }

    private static Contact contact(UUID id, int i) {
        return new Contact(
                id,
                "call " + i,
                Direction.INBOUND,
                new UUID(1, 1),
                "+8613800138000",
                Optional.empty(),
                "support",
                Duration.ZERO,
                Timekeeper.system().now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Contact.State.OPEN);
    }
}
