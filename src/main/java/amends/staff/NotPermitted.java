package amends.staff;

/** Somebody asked for what the table of rights does not give them: a mistake of the program or an attempt. */
public final class NotPermitted extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotPermitted(Permission act, StaffMember who) {
        super(act + " is not given to " + who.login());
    }

    /** @throws NotPermitted unless the member is given the act */
    public static void unless(StaffMember who, Permission act) {
        if (!act.isGivenTo(who)) throw new NotPermitted(act, who);
    }
}
