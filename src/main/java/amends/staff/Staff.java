package amends.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people who work here. Blocks; joins the caller's transaction. */
public interface Staff {
    Optional<StaffMember> byId(UUID id);

    /** @param login in any case */
    Optional<StaffMember> byLogin(String login);

    /** By name. */
    List<StaffMember> all();

    /** Keeps a new or changed member; the password stays as it was. */
    void save(StaffMember member);

    /** Keeps the member together with a new password. */
    void save(StaffMember member, PasswordHash password);

    /** Empty when there is no such member or they have no password. */
    Optional<PasswordHash> passwordOf(UUID member);
}
