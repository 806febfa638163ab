package amends.staff;

import java.util.Set;
import java.util.UUID;

/**
 * A person who signs in.
 *
 * @param login what they type; unique, lower case
 * @param extension the phone they sit at, for instance 1001
 */
public record StaffMember(UUID id, String login, String name, String extension, Set<Role> roles) {
    public StaffMember {
        roles = Set.copyOf(roles);
    }
}
