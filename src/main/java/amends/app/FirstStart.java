package amends.app;

import amends.kernel.Ids;
import amends.kernel.Secret;
import amends.kernel.Transactions;
import amends.staff.PasswordHash;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.StaffMember;
import java.util.Set;

/**
 * People for a desk that was just unpacked, so that somebody can sign in: only in a database of the desk's own, and
 * only while nobody works there. A shared database gets its people by {@code amends db staff-add}.
 */
final class FirstStart {
    static final String PASSWORD = "amends";

    private FirstStart() {}

    static void people(Staff staff, Transactions transactions) {
        transactions.run(() -> {
            if (!staff.all().isEmpty()) return;
            var password = PasswordHash.of(Secret.of(PASSWORD).reveal().toCharArray());
            add(staff, password, "1001", "李敏", Role.AGENT);
            add(staff, password, "1002", "王芳", Role.AGENT);
            add(staff, password, "1003", "赵倩", Role.AGENT, Role.LEAD);
            add(staff, password, "1004", "周婷", Role.INSPECTOR);
            add(staff, password, "1005", "陈静", Role.EXPERT);
        });
    }

    private static void add(Staff staff, PasswordHash password, String extension, String name, Role... roles) {
        staff.save(new StaffMember(Ids.next(), extension, name, extension, Set.of(roles)), password);
    }
}
