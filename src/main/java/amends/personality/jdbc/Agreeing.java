package amends.personality.jdbc;

/** Which customers agree to be estimated, for questions about many of them. */
final class Agreeing {
    private Agreeing() {}

    /** As {@code Consent.holdsAt}. @param customer the column; {@code :now} is to be bound */
    static String condition(String customer) {
        return "exists (select 1 from customer_consent a where a.customer = " + customer
                + " and a.purpose = 'PERSONALISATION' and a.given <= :now"
                + " and (a.expires is null or a.expires > :now) and (a.withdrawn is null or a.withdrawn > :now))";
    }
}
